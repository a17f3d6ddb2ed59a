@NullMarked
package com.modex.booking.domain.show;

import org.jspecify.annotations.NullMarked;
