/** Makes the server fast before it says that it is ready. */
@NullMarked
package com.modex.booking.bootstrap.warmup;

import org.jspecify.annotations.NullMarked;
