@NullMarked
package com.modex.booking.bootstrap.database;

import org.jspecify.annotations.NullMarked;
