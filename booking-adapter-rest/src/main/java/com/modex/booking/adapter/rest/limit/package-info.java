@NullMarked
package com.modex.booking.adapter.rest.limit;

import org.jspecify.annotations.NullMarked;
