/** Finds the database before Spring looks for it: from the environment, or a local PostgreSQL of its own. */
@NullMarked
package com.modex.booking.bootstrap.database;

import org.jspecify.annotations.NullMarked;
