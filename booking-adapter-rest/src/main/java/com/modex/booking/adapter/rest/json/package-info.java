@NullMarked
package com.modex.booking.adapter.rest.json;

import org.jspecify.annotations.NullMarked;
