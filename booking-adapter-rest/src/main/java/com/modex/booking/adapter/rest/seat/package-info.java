@NullMarked
package com.modex.booking.adapter.rest.seat;

import org.jspecify.annotations.NullMarked;
