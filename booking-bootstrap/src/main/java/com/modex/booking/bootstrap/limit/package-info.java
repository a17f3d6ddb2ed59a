/** The store of the limit on requests that servers on one database share. */
@NullMarked
package com.modex.booking.bootstrap.limit;

import org.jspecify.annotations.NullMarked;
