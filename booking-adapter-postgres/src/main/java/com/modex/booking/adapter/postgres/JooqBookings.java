package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BOOKINGS;
import static com.modex.booking.adapter.postgres.jooq.Tables.SHOWS;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import com.modex.booking.domain.ConcurrentChangeException;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Keeps bookings in {@code bookings}. */
final class JooqBookings implements Bookings {
    private final DSLContext dsl;

    JooqBookings(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public void add(Booking booking, Show show) {
        var row = BookingRows.toRecord(booking);
        Field<?>[] values = Arrays.stream(BOOKINGS.fields())
                .map(field -> val(row.get(field), field.getDataType()))
                .toArray(Field[]::new);
        int added = dsl.insertInto(BOOKINGS)
                .columns(BOOKINGS.fields())
                .select(select(values)
                        .from(SHOWS)
                        .where(SHOWS.ID.eq(booking.show().value()))
                        .and(SHOWS.VERSION.eq(show.version()))
                        .and(SHOWS.STATUS.eq(ShowStatus.SCHEDULED.name())))
                .execute();
        if (added == 0) {
            throw new ConcurrentChangeException("Show " + show.id() + " has changed since version " + show.version());
        }
    }

    @Override
    public void update(Booking booking) {
        var row = BookingRows.toRecord(booking);
        int updated = dsl.update(BOOKINGS)
                .set(row)
                .where(BOOKINGS.SHOW_ID.eq(row.getShowId()))
                .and(BOOKINGS.ID.eq(row.get(BOOKINGS.ID)))
                .execute();
        if (updated != 1) {
            throw new IllegalStateException("There is no booking " + booking.id());
        }
    }

    @Override
    public Optional<Booking> find(BookingId id) {
        return dsl.select(DatabaseTime.NOW)
                .select(BOOKINGS.fields())
                .from(BOOKINGS)
                .where(BOOKINGS.ID.eq(id.value()))
                .fetchOptional(row -> BookingRows.toBooking(row.into(BOOKINGS)).asOf(row.get(DatabaseTime.NOW)));
    }

    /** Filters and shows by one and the same clock, so that no booking contradicts the status that was asked for. */
    @Override
    public List<Booking> list(BookingQuery query) {
        var after = query.after();
        return dsl.select(DatabaseTime.TRANSACTION_START)
                .select(BOOKINGS.fields())
                .from(BOOKINGS)
                .where(BOOKINGS.USER_ID.eq(query.user().value()))
                .and(withStatus(query.status()))
                .and(
                        after == null
                                ? noCondition()
                                : row(BOOKINGS.CREATED_AT, BOOKINGS.ID)
                                        .lt(row(after.createdAt(), after.id().value())))
                .orderBy(BOOKINGS.CREATED_AT.desc(), BOOKINGS.ID.desc())
                .limit(query.limit())
                .fetch(row -> BookingRows.toBooking(row.into(BOOKINGS)).asOf(row.get(DatabaseTime.TRANSACTION_START)));
    }

    private static Condition withStatus(@Nullable BookingStatus status) {
        if (status == null) {
            return noCondition();
        }
        Condition stored = BOOKINGS.STATUS.eq(status.name());
        Field<Instant> now = DatabaseTime.TRANSACTION_START;
        return switch (status) {
            case PENDING -> stored.and(BOOKINGS.EXPIRES_AT.gt(now));
            case FAILED ->
                stored.or(BOOKINGS.STATUS.eq(BookingStatus.PENDING.name()).and(BOOKINGS.EXPIRES_AT.le(now)));
            case CONFIRMED, CANCELLED -> stored;
        };
    }
}
