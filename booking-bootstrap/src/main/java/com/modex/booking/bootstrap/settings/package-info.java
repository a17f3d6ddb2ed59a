/** What the environment sets, and how the start is refused over it. */
@NullMarked
package com.modex.booking.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
