/** How many requests are worked on at once. */
@NullMarked
package com.modex.booking.adapter.rest.connector;

import org.jspecify.annotations.NullMarked;
