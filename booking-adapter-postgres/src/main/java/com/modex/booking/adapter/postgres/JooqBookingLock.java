package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BOOKINGS;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.show.ShowId;
import java.util.Optional;
import org.jooq.DSLContext;

/** Locks one row of {@code bookings} by {@code SELECT … FOR UPDATE}. */
final class JooqBookingLock implements BookingLock {
    private final DSLContext dsl;

    JooqBookingLock(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<Booking> lock(ShowId show, BookingId id) {
        return dsl.selectFrom(BOOKINGS)
                .where(BOOKINGS.SHOW_ID.eq(show.value()))
                .and(BOOKINGS.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(BookingRows::toBooking);
    }
}
