package com.modex.booking.application.booking;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.Sales;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.List;
import java.util.SortedSet;

/**
 * Books or holds seats of one show: all that are asked for, or none. It never waits for a rival: a seat that somebody
 * else is taking at this moment is refused as contested.
 */
public interface BookSeats {
    Result book(Command command);

    /**
     * What the buyer asks for.
     *
     * @param confirm whether to book in one step; else the seats are held for the show's hold time
     */
    record Command(ShowId show, UserId user, SeatSelection seats, boolean confirm) {}

    /** What the buyer gets. */
    sealed interface Result {
        record Booked(BookingDetails booking) implements Result {}

        /** Every seat that could not be had; none was taken. */
        record Refused(List<UnavailableSeat> seats) implements Result {}

        record ShowNotFound() implements Result {}

        record UnknownSeats(SortedSet<SeatNumber> seats) implements Result {}

        /** Seats cannot be bought now; {@code sales} says why and is never {@code OPEN}. */
        record NotOnSale(Sales sales) implements Result {}
    }
}
