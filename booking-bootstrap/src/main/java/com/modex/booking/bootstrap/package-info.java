@NullMarked
package com.modex.booking.bootstrap;

import org.jspecify.annotations.NullMarked;
