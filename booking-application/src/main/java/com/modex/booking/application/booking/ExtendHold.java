package com.modex.booking.application.booking;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.UnavailableSeat;
import java.util.List;

/**
 * Has a hold of the user's own begin anew: it ends the show's hold time from now, but never later than five hold times
 * after it was made. It waits for its own seats, within the bounds of the lock time-out.
 */
public interface ExtendHold {
    Result extend(Command command);

    /** Whose hold to extend; somebody else's is not found. */
    record Command(BookingId booking, UserId user) {}

    /** What the user gets. */
    sealed interface Result {
        record Extended(BookingDetails booking) implements Result {}

        record NotFound() implements Result {}

        /** The hold ran out; the seats of it that others have, and what could be had in place of all of it. */
        record Expired(List<UnavailableSeat> seats, List<SeatSelection> alternatives) implements Result {}

        record LimitReached() implements Result {}

        /** It is confirmed: there is nothing to extend. */
        record NotPending() implements Result {}

        record AlreadyCancelled() implements Result {}
    }
}
