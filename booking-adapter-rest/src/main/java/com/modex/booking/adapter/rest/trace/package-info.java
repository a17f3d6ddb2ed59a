@NullMarked
package com.modex.booking.adapter.rest.trace;

import org.jspecify.annotations.NullMarked;
