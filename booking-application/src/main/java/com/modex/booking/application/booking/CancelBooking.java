package com.modex.booking.application.booking;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.BookingId;
import java.util.Optional;

/**
 * Gives all seats of a booking of the user's own back; they are free at once. Safe to repeat; a booking that failed
 * stays as it is. It waits for its own seats, within the bounds of the lock time-out.
 */
public interface CancelBooking {
    /** The booking as it is now; empty if the user has no such booking. */
    Optional<BookingDetails> cancel(Command command);

    /** Whose booking to cancel; somebody else's is not found. */
    record Command(BookingId booking, UserId user) {}
}
