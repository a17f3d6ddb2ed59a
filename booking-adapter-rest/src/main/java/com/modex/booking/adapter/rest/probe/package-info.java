/** What a balancer asks for: whether the server lives, and whether it is to get requests. */
@NullMarked
package com.modex.booking.adapter.rest.probe;

import org.jspecify.annotations.NullMarked;
