@NullMarked
package com.modex.booking.domain;

import org.jspecify.annotations.NullMarked;
