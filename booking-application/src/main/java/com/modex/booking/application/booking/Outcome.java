package com.modex.booking.application.booking;

import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.Show;
import java.time.Instant;
import java.util.List;

/** What an {@link Attempt} comes to. */
sealed interface Outcome {
    /** There is nothing more to try. */
    record Settled(BookSeats.Result result) implements Outcome {}

    /**
     * Seats could not be had.
     *
     * @param wanted all that were tried for
     * @param seats those of them that could not be had
     * @param now the database's clock at the time
     */
    record Refused(SeatSelection wanted, List<UnavailableSeat> seats, Show show, Instant now) implements Outcome {}

    /** So many seats are not free, or not side by side, whatever rivals are up to. */
    record NotEnough(Show show) implements Outcome {}
}
