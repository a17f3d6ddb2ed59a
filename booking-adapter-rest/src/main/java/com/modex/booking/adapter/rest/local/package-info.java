@NullMarked
package com.modex.booking.adapter.rest.local;

import org.jspecify.annotations.NullMarked;
