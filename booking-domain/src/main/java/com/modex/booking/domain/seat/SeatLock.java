package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;

/**
 * Driven port: exclusive access to seats until the unit of work ends. Seats of a show are always locked in the order of
 * their numbers, and seats of several shows without waiting, so that two callers never wait for each other.
 */
public interface SeatLock {
    /**
     * Locks seats that somebody wants to take, without waiting for a rival: a seat that a rival has locked comes back
     * as contested, and so does one that is no row yet; whether the show has it at all is for its plan to say.
     */
    default LockedSeats take(ShowId show, SortedSet<SeatNumber> numbers) {
        return Objects.requireNonNull(take(Map.of(show, numbers)).get(show));
    }

    /**
     * The same for several shows at once.
     *
     * @param wanted at least one seat of each show
     * @return the seats of each of the shows, all by one and the same clock
     */
    Map<ShowId, LockedSeats> take(Map<ShowId, SortedSet<SeatNumber>> wanted);

    /** Locks seats that the caller already has a claim to, waiting for rivals within the bounds of the lock time-out. */
    LockedSeats await(ShowId show, SortedSet<SeatNumber> numbers);

    /** Locks every seat of the show, waiting for rivals within the bounds of the lock time-out. */
    LockedSeats awaitAll(ShowId show);

    /** Writes the seats that were {@linkplain LockedSeats#apply applied}. */
    default void store(LockedSeats seats) {
        store(List.of(seats));
    }

    /** The same for several shows at once. */
    void store(Collection<LockedSeats> seats);
}
