@NullMarked
package com.modex.booking.adapter.rest.show;

import org.jspecify.annotations.NullMarked;
