package com.modex.booking.domain.show;

import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that an admin changes about a show. */
public sealed interface ShowChange {
    record Rename(ShowName name) implements ShowChange {}

    record Reschedule(Instant startTime) implements ShowChange {}

    /** Null opens sales from the beginning. */
    record OpenSales(@Nullable Instant at) implements ShowChange {}

    /** Null closes sales when the show starts. */
    record CloseSales(@Nullable Instant at) implements ShowChange {}

    /** Null lets a user take as many as there are. Seats that users already have stay theirs. */
    record LimitSeats(@Nullable SeatLimit limit) implements ShowChange {}

    /** For holds that are made or extended from now on. */
    record HoldFor(HoldTime holdTime) implements ShowChange {}

    /** Adds seats until there are that many: 1 to {@value SeatPlan#MAX_SEATS}. */
    record GrowTo(int totalSeats) implements ShowChange {
        public GrowTo {
            InvalidValueException.requireInRange(totalSeats, 1, SeatPlan.MAX_SEATS, "The number of seats");
        }
    }
}
