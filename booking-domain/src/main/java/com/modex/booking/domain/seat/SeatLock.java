package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.SortedSet;

/**
 * Driven port: exclusive access to seats of one show until the unit of work ends. Seats are always locked in the order
 * of their numbers, so that two callers never wait for each other.
 */
public interface SeatLock {
    /**
     * Locks seats that somebody wants to take, without waiting for a rival: a seat that a rival has locked comes back
     * as contested, and so does one that is no row yet; whether the show has it at all is for its plan to say.
     */
    LockedSeats take(ShowId show, SortedSet<SeatNumber> numbers);

    /** Locks seats that the caller already has a claim to, waiting for rivals within the bounds of the lock time-out. */
    LockedSeats await(ShowId show, SortedSet<SeatNumber> numbers);

    /** Locks every seat of the show, waiting for rivals within the bounds of the lock time-out. */
    LockedSeats awaitAll(ShowId show);

    /** Writes the seats that were {@linkplain LockedSeats#apply applied}. */
    void store(LockedSeats seats);
}
