package com.modex.booking.application.booking;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.SeatLimit;
import java.util.List;

/**
 * Confirms a hold of the user's own; safe to repeat. A hold that has run out is still confirmed while all its seats are
 * free and the show's limit on a user's seats allows it. It waits for its own seats, within the bounds of the lock time-out.
 */
public interface ConfirmBooking {
    Result confirm(Command command);

    /** Whose booking to confirm; somebody else's is not found. */
    record Command(BookingId booking, UserId user) {}

    /** What the user gets. */
    sealed interface Result {
        record Confirmed(BookingDetails booking) implements Result {}

        record NotFound() implements Result {}

        /** The hold ran out and these seats of it went to others; and what could be had in place of all of it. */
        record Expired(List<UnavailableSeat> seats, List<SeatSelection> alternatives) implements Result {}

        /** The hold ran out, and with its seats the user would have more than the show's limit. */
        record LimitExceeded(SeatLimit limit, int seatsSoFar) implements Result {}

        record AlreadyCancelled() implements Result {}

        record ShowCancelled() implements Result {}
    }
}
