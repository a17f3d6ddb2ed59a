package com.modex.booking.domain.booking;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.show.ShowId;

/**
 * Driven port: has the requests of one user for seats of one show come one after the other, so that a limit on the
 * user's seats can be counted. Only shows with such a limit need it. Take it before any seat.
 */
public interface BuyerLock {
    /** Locks the user's turn until the unit of work ends, waiting within the bounds of the lock time-out. */
    void lock(ShowId show, UserId user);
}
