package com.modex.booking.domain.booking;

import java.util.Collection;
import java.util.List;

/**
 * Driven port: has the requests of one user for seats of one show come one after the other, so that a limit on the
 * user's seats can be counted: for every hold, and for whatever adds to the seats of a user where the show has a limit.
 * Take it before any seat.
 */
public interface BuyerLock {
    /**
     * Locks the turn of each of these buyers until the unit of work ends, in one order, waiting within the bounds of the
     * lock time-out.
     */
    void lock(Collection<Buyer> buyers);

    /** The same for one buyer. */
    default void lock(Buyer buyer) {
        lock(List.of(buyer));
    }
}
