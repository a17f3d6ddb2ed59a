@NullMarked
package com.modex.booking.adapter.postgres;

import org.jspecify.annotations.NullMarked;
