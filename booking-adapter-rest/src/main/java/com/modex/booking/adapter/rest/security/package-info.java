@NullMarked
package com.modex.booking.adapter.rest.security;

import org.jspecify.annotations.NullMarked;
