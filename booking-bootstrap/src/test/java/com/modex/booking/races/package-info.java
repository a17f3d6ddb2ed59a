@NullMarked
package com.modex.booking.races;

import org.jspecify.annotations.NullMarked;
