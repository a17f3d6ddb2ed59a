/**
 * The project's own benchmark: the server as a process of its own, a durable PostgreSQL, load by Hyperfoil, the same
 * transaction by plain JDBC, and a sweep over the tables at the end. Compiled and run by the Maven profile
 * {@code benchmark} alone; it knows the server by its HTTP contract and its tables only.
 */
@NullMarked
package com.modex.booking.benchmark;

import org.jspecify.annotations.NullMarked;
