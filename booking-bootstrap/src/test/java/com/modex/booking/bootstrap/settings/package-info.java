@NullMarked
package com.modex.booking.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
