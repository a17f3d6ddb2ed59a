@NullMarked
package com.modex.booking.adapter.rest.path;

import org.jspecify.annotations.NullMarked;
