@NullMarked
package com.modex.booking.application;

import org.jspecify.annotations.NullMarked;
