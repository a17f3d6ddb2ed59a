/** How many requests may be at the database at once, and what the others are told. */
@NullMarked
package com.modex.booking.adapter.rest.bulkhead;

import org.jspecify.annotations.NullMarked;
