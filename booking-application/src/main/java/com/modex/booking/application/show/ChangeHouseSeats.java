package com.modex.booking.application.show;

import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.List;
import java.util.SortedSet;

/**
 * Takes seats off sale for the house, or puts them back: all that are named, or none. Only seats that nobody has can be
 * taken. Safe to repeat. It waits for the seats, within the bounds of the lock time-out.
 */
public interface ChangeHouseSeats {
    Result change(Command command);

    /** What becomes of the seats. */
    enum Change {
        BLOCK,
        UNBLOCK
    }

    /** Which seats, and what becomes of them. */
    record Command(ShowId show, SeatSelection seats, Change change) {}

    /** What the admin gets. */
    sealed interface Result {
        /** The seats that were named, as they are now. */
        record Changed(SeatMapDetails seats) implements Result {}

        /** Every seat that is held or booked; none was blocked. */
        record Refused(List<UnavailableSeat> seats) implements Result {}

        record UnknownSeats(SortedSet<SeatNumber> seats) implements Result {}

        record ShowNotFound() implements Result {}
    }
}
