@NullMarked
package com.modex.booking.adapter.rest;

import org.jspecify.annotations.NullMarked;
