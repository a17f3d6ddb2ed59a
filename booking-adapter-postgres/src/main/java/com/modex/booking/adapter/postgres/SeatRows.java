package com.modex.booking.adapter.postgres;

import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code seats} and the aggregates that they stand for. */
final class SeatRows {
    private SeatRows() {}

    static Seat toSeat(ShowId show, int number, @Nullable UUID booking, @Nullable Instant heldUntil, boolean blocked) {
        return Seat.restore(
                show, new SeatNumber(number), booking == null ? null : new BookingId(booking), heldUntil, blocked);
    }
}
