@NullMarked
package com.modex.booking.architecture;

import org.jspecify.annotations.NullMarked;
