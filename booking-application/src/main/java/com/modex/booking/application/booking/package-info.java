@NullMarked
package com.modex.booking.application.booking;

import org.jspecify.annotations.NullMarked;
