@NullMarked
package com.modex.booking.adapter.rest.booking;

import org.jspecify.annotations.NullMarked;
