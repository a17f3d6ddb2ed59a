package com.modex.booking.application.booking;

import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.HoldLimit;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.Sales;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Books or holds seats of one show: all that are asked for, or none. It never waits for a rival's lock: a seat that
 * somebody else is taking at this moment is refused as contested. Where the buyer leaves the choice to us, it chooses
 * again while rivals are faster, for up to two seconds. A request with an idempotency key is tried again for up to a
 * second while its seats are contested, because the rival may be its own twin.
 */
public interface BookSeats {
    Result book(Command command);

    /**
     * What the buyer asks for.
     *
     * @param confirm whether to book in one step; else the seats are held for the show's hold time
     * @param key null where the request may be done as often as it is sent
     */
    record Command(
            ShowId show,
            UserId user,
            SeatWish wish,
            boolean confirm,
            @Nullable IdempotencyKey key) {}

    /** What the buyer gets. */
    sealed interface Result {
        record Booked(BookingDetails booking) implements Result {}

        /** What a request with this key was answered before: that booking, as it is now. */
        record Replayed(BookingDetails booking) implements Result {}

        /** The key was used before, with another body. */
        record KeyReused() implements Result {}

        /** Every seat that could not be had, and what could be had in their place; none was taken. */
        record Refused(List<UnavailableSeat> seats, List<SeatSelection> alternatives) implements Result {}

        /** So many seats are not free, or not side by side; {@code alternatives} are apart. */
        record NotEnoughSeats(List<SeatSelection> alternatives) implements Result {}

        record LimitExceeded(SeatLimit limit, int seatsSoFar) implements Result {}

        record HoldLimitExceeded(HoldLimit limit, int onHold) implements Result {}

        record ShowNotFound() implements Result {}

        record UnknownSeats(SortedSet<SeatNumber> seats) implements Result {}

        /** Seats cannot be bought now; {@code sales} says why and is never {@code OPEN}. */
        record NotOnSale(Sales sales) implements Result {}
    }
}
