/** What every answer says in its head. */
@NullMarked
package com.modex.booking.adapter.rest.header;

import org.jspecify.annotations.NullMarked;
