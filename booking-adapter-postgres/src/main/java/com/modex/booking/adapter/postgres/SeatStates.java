package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;
import static org.jooq.impl.DSL.not;

import com.modex.booking.domain.seat.Seat;
import org.jooq.Condition;

/**
 * The rule of {@link Seat#statusAt}, in SQL, at the time at which the transaction began: for counting and choosing among
 * many seats without fetching them all.
 */
final class SeatStates {
    static final Condition BLOCKED = SEATS.BLOCKED.isTrue();

    static final Condition BOOKED =
            not(BLOCKED).and(SEATS.BOOKING_ID.isNotNull()).and(SEATS.HELD_UNTIL.isNull());

    static final Condition HELD = not(BLOCKED).and(SEATS.HELD_UNTIL.gt(DatabaseTime.TRANSACTION_START));

    static final Condition AVAILABLE =
            not(BLOCKED).and(SEATS.BOOKING_ID.isNull().or(SEATS.HELD_UNTIL.le(DatabaseTime.TRANSACTION_START)));

    private SeatStates() {}
}
