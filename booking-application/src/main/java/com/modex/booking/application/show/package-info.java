@NullMarked
package com.modex.booking.application.show;

import org.jspecify.annotations.NullMarked;
