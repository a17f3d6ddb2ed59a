package com.modex.booking.domain.booking;

import com.modex.booking.domain.ConcurrentChangeException;
import com.modex.booking.domain.show.Show;
import java.util.List;
import java.util.Optional;

/**
 * Driven port: the bookings that were made. Bookings are never deleted, and come back as they are at the database's
 * now: a hold that has run out comes back as failed.
 */
public interface Bookings {
    /**
     * Adds a booking of that show. The caller has its seats locked. The statement that writes checks once more that
     * the show is as it was decided on.
     *
     * @throws ConcurrentChangeException if the show has changed since; nothing is written
     */
    void add(Booking booking, Show show);

    /** Stores what became of a booking that the caller has locked through {@link BookingLock}. */
    void update(Booking booking);

    Optional<Booking> find(BookingId id);

    /** A user's bookings, newest first, {@code query.limit()} at most. */
    List<Booking> list(BookingQuery query);
}
