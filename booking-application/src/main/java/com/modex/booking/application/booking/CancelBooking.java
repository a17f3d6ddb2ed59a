package com.modex.booking.application.booking;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.SeatNumber;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives seats of a booking of the user's own back, all of them or a part; they are free at once. Safe to repeat; a
 * booking that failed stays as it is. It waits for its own seats, within the bounds of the lock time-out.
 */
public interface CancelBooking {
    Result cancel(Command command);

    /**
     * Whose booking to cancel; somebody else's is not found.
     *
     * @param part null for all its seats
     */
    record Command(BookingId booking, UserId user, @Nullable SeatSelection part) {}

    /** What the user gets. */
    sealed interface Result {
        /** The booking as it is now. */
        record Cancelled(BookingDetails booking) implements Result {}

        record NotFound() implements Result {}

        /** These were never the booking's; nothing was given back. */
        record UnknownSeats(SortedSet<SeatNumber> seats) implements Result {}
    }
}
