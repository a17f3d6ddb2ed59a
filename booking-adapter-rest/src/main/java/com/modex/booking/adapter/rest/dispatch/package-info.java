@NullMarked
package com.modex.booking.adapter.rest.dispatch;

import org.jspecify.annotations.NullMarked;
