package com.modex.booking.application;

import com.modex.booking.domain.ConcurrentChangeException;
import java.util.function.Supplier;

/**
 * Driven port: a transaction one can see. What is locked inside stays locked until it ends; what is written inside is
 * written as a whole and durable once {@link #run} has returned, or not at all if the work throws.
 */
public interface UnitOfWork {
    /**
     * Runs the work in a transaction of its own. The work is run again from the start, a bounded number of times, after
     * a {@link ConcurrentChangeException}, when the database has picked it as the victim of a conflict, or when its
     * connection turns out to be cut soon after it began; it must therefore change nothing outside the transaction.
     *
     * @throws ContentionException if it is given up after that, or after waiting too long for a lock
     * @throws UnavailableException if the database cannot be reached or cannot finish in time; where that happens
     *     during the commit itself, the work may have been done
     */
    <T> T run(Supplier<T> work);
}
