package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;

import com.modex.booking.adapter.postgres.jooq.tables.records.SeatsRecord;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.UpdateConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rows of {@code seats} and the aggregates that they stand for. */
final class SeatRows {
    /** Seats as they shall be. */
    static final Unnested<Seat> CHANGED = Unnested.<Seat>named("changed")
            .with(SEATS.SHOW_ID, seat -> seat.show().value())
            .with(SEATS.NUMBER, seat -> seat.number().value())
            .with(
                    SEATS.BOOKING_ID,
                    seat -> seat.booking() == null ? null : seat.booking().value())
            .with(SEATS.HELD_UNTIL, Seat::heldUntil)
            .with(SEATS.BLOCKED, Seat::blocked);

    private SeatRows() {}

    static List<Seat> changed(Collection<LockedSeats> seats) {
        return seats.stream().flatMap(locked -> locked.changed().stream()).toList();
    }

    /** Has each of the {@link #CHANGED} seats be as it is there. */
    static UpdateConditionStep<SeatsRecord> update() {
        return DSL.update(SEATS)
                .set(SEATS.BOOKING_ID, CHANGED.field(SEATS.BOOKING_ID))
                .set(SEATS.HELD_UNTIL, CHANGED.field(SEATS.HELD_UNTIL))
                .set(SEATS.BLOCKED, CHANGED.field(SEATS.BLOCKED))
                .from(CHANGED.table())
                .where(SEATS.SHOW_ID.eq(CHANGED.field(SEATS.SHOW_ID)))
                .and(SEATS.NUMBER.eq(CHANGED.field(SEATS.NUMBER)));
    }

    static void requireStored(int stored, int changed) {
        if (stored != changed) {
            throw new IllegalStateException("Stored %d of %d seats".formatted(stored, changed));
        }
    }

    static Seat toSeat(ShowId show, int number, @Nullable UUID booking, @Nullable Instant heldUntil, boolean blocked) {
        return Seat.restore(
                show, new SeatNumber(number), booking == null ? null : new BookingId(booking), heldUntil, blocked);
    }
}
