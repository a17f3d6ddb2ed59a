@NullMarked
package com.modex.booking.adapter.rest.idempotency;

import org.jspecify.annotations.NullMarked;
