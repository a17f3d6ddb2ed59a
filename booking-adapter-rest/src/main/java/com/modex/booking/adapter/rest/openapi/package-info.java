/** The description of this adapter in OpenAPI 3.1: what the code does not say by itself, and the rules for the rest. */
@NullMarked
package com.modex.booking.adapter.rest.openapi;

import org.jspecify.annotations.NullMarked;
