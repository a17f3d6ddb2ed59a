@NullMarked
package com.modex.booking.adapter.rest.page;

import org.jspecify.annotations.NullMarked;
