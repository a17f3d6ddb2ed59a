@NullMarked
package com.modex.booking.probe;

import org.jspecify.annotations.NullMarked;
