@NullMarked
package com.modex.booking.adapter.rest.caching;

import org.jspecify.annotations.NullMarked;
