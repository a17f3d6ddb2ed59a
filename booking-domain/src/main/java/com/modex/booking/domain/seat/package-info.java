@NullMarked
package com.modex.booking.domain.seat;

import org.jspecify.annotations.NullMarked;
