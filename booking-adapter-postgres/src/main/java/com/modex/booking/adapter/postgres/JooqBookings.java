package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BOOKINGS;
import static com.modex.booking.adapter.postgres.jooq.Tables.SHOWS;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.Keyed;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.ShowBookingsQuery;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Keeps bookings in {@code bookings}. */
final class JooqBookings implements Bookings {
    private final DSLContext dsl;

    JooqBookings(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public boolean add(Booking booking, Show show, @Nullable IdempotencyKey key) {
        var row = BookingRows.toRecord(booking);
        if (key != null) {
            row.setIdempotencyKey(key.value());
            row.setBodyDigest(key.bodyDigest());
        }
        var insert = dsl.insertInto(BOOKINGS)
                .columns(BOOKINGS.fields())
                .select(select(Values.of(row))
                        .from(SHOWS)
                        .where(SHOWS.ID.eq(booking.show().value()))
                        .and(SHOWS.VERSION.eq(show.version()))
                        .and(SHOWS.STATUS.eq(ShowStatus.SCHEDULED.name())));
        if (key == null) {
            return insert.execute() == 1;
        }
        return insert.onConflict(BOOKINGS.SHOW_ID, BOOKINGS.USER_ID, BOOKINGS.IDEMPOTENCY_KEY)
                        .where(BOOKINGS.IDEMPOTENCY_KEY.isNotNull())
                        .doNothing()
                        .execute()
                == 1;
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
    public void cancelLive(ShowId show, Instant now) {
        dsl.update(BOOKINGS)
                .set(BOOKINGS.STATUS, BookingStatus.CANCELLED.name())
                .set(BOOKINGS.CANCELLED_AT, now)
                .where(BOOKINGS.SHOW_ID.eq(show.value()))
                .and(isLive(val(now)))
                .execute();
    }

    @Override
    public int countLiveSeats(ShowId show, UserId user) {
        return dsl.select(coalesce(sum(cardinality(BOOKINGS.SEATS)), BigDecimal.ZERO))
                .from(BOOKINGS)
                .where(BOOKINGS.SHOW_ID.eq(show.value()))
                .and(BOOKINGS.USER_ID.eq(user.value()))
                .and(isLive(DatabaseTime.NOW))
                .fetchSingle()
                .value1()
                .intValueExact();
    }

    @Override
    public Optional<Keyed<Booking>> findMadeWith(ShowId show, IdempotencyKey key) {
        return dsl.select(DatabaseTime.NOW)
                .select(BOOKINGS.fields())
                .from(BOOKINGS)
                .where(BOOKINGS.SHOW_ID.eq(show.value()))
                .and(BOOKINGS.USER_ID.eq(key.user().value()))
                .and(BOOKINGS.IDEMPOTENCY_KEY.eq(key.value()))
                .fetchOptional(row -> new Keyed<>(toBooking(row, DatabaseTime.NOW), row.get(BOOKINGS.BODY_DIGEST)));
    }

    @Override
    public Optional<Booking> find(BookingId id) {
        return dsl.select(DatabaseTime.NOW)
                .select(BOOKINGS.fields())
                .from(BOOKINGS)
                .where(BOOKINGS.ID.eq(id.value()))
                .fetchOptional(row -> toBooking(row, DatabaseTime.NOW));
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
                .fetch(row -> toBooking(row, DatabaseTime.TRANSACTION_START));
    }

    @Override
    public List<Booking> list(ShowBookingsQuery query) {
        var after = query.after();
        return dsl.select(DatabaseTime.TRANSACTION_START)
                .select(BOOKINGS.fields())
                .from(BOOKINGS)
                .where(BOOKINGS.SHOW_ID.eq(query.show().value()))
                .and(withStatus(query.status()))
                .and(after == null ? noCondition() : BOOKINGS.ID.lt(after.value()))
                .orderBy(BOOKINGS.ID.desc())
                .limit(query.limit())
                .fetch(row -> toBooking(row, DatabaseTime.TRANSACTION_START));
    }

    private static Booking toBooking(Record row, Field<Instant> now) {
        return BookingRows.toBooking(row.into(BOOKINGS)).asOf(row.get(now));
    }

    /** The rule of {@link Booking#isLive} and {@link Booking#asOf}, in SQL. */
    private static Condition isLive(Field<Instant> now) {
        return BOOKINGS.STATUS
                .eq(BookingStatus.CONFIRMED.name())
                .or(BOOKINGS.STATUS.eq(BookingStatus.PENDING.name()).and(BOOKINGS.EXPIRES_AT.gt(now)));
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
