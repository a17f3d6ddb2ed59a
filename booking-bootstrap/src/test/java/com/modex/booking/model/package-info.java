@NullMarked
package com.modex.booking.model;

import org.jspecify.annotations.NullMarked;
