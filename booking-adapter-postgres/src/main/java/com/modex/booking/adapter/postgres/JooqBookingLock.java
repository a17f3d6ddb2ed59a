package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BOOKINGS;
import static org.jooq.impl.DSL.param;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.show.ShowId;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Param;

/** Locks one row of {@code bookings} by {@code SELECT … FOR UPDATE}. */
final class JooqBookingLock implements BookingLock {
    private static final Param<UUID> SHOW = param("show", BOOKINGS.SHOW_ID);
    private static final Param<UUID> ID = param("id", BOOKINGS.ID);

    private final RenderedQuery lock;

    JooqBookingLock(DSLContext dsl) {
        lock = RenderedQuery.of(
                dsl,
                dsl.selectFrom(BOOKINGS)
                        .where(BOOKINGS.SHOW_ID.eq(SHOW))
                        .and(BOOKINGS.ID.eq(ID))
                        .forUpdate());
    }

    @Override
    public Optional<Booking> lock(ShowId show, BookingId id) {
        return lock.with(SHOW, show.value()).with(ID, id.value()).fetch().into(BOOKINGS).stream()
                .map(BookingRows::toBooking)
                .findFirst();
    }
}
