@NullMarked
package com.modex.booking.domain.booking;

import org.jspecify.annotations.NullMarked;
