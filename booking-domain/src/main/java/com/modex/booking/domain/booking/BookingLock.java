package com.modex.booking.domain.booking;

import com.modex.booking.domain.show.ShowId;
import java.util.Optional;

/**
 * Driven port: exclusive access to one booking until the unit of work ends. Take it after the booking's seats, which
 * keep its owner's other calls away; the only rival left is the sweeper, and that never holds a booking for long.
 */
public interface BookingLock {
    /** Locks the booking, waiting for a rival within the bounds of the lock time-out, and returns it as it is stored. */
    Optional<Booking> lock(ShowId show, BookingId id);
}
