package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.BookingRows.OF_BUYERS;
import static com.modex.booking.adapter.postgres.jooq.Tables.BOOKINGS;
import static org.jooq.impl.DSL.cardinality;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import com.modex.booking.adapter.postgres.jooq.tables.records.BookingsRecord;
import com.modex.booking.domain.Keyed;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingKey;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.Buyer;
import com.modex.booking.domain.booking.BuyersSeats;
import com.modex.booking.domain.booking.ShowBookingsQuery;
import com.modex.booking.domain.show.ShowId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Keeps bookings in {@code bookings}. */
final class JooqBookings implements Bookings {
    private static final Field<BigDecimal> LIVE_SEATS =
            seatsWhere(BookingRows.isLive(DatabaseTime.NOW)).as("live_seats");

    private static final Field<BigDecimal> SEATS_ON_HOLD =
            seatsWhere(BookingRows.isRunning(DatabaseTime.NOW)).as("seats_on_hold");

    private static final Field<Integer> RUN_OUT_HOLDS =
            count().filterWhere(BookingRows.isRunOut(DatabaseTime.NOW)).as("run_out_holds");

    private static final Unnested<UsedKey> WANTED = Unnested.<UsedKey>named("wanted")
            .with(BOOKINGS.SHOW_ID, UsedKey::show)
            .with(BOOKINGS.USER_ID, UsedKey::user)
            .with(BOOKINGS.IDEMPOTENCY_KEY, UsedKey::value);

    private static final Param<UUID> ID = param("id", BOOKINGS.ID);

    private final DSLContext dsl;
    private final JooqExpiredHolds expiredHolds;
    private final RenderedQuery countSeats;
    private final RenderedQuery findMadeWith;
    private final RenderedQuery find;

    JooqBookings(DSLContext dsl) {
        this.dsl = dsl;
        this.expiredHolds = new JooqExpiredHolds(dsl);
        this.countSeats = RenderedQuery.of(
                dsl,
                dsl.select(
                                OF_BUYERS.field(BOOKINGS.SHOW_ID),
                                OF_BUYERS.field(BOOKINGS.USER_ID),
                                LIVE_SEATS,
                                SEATS_ON_HOLD,
                                RUN_OUT_HOLDS)
                        .from(OF_BUYERS.table())
                        .leftJoin(BOOKINGS)
                        .on(BOOKINGS.SHOW_ID.eq(OF_BUYERS.field(BOOKINGS.SHOW_ID)))
                        .and(BOOKINGS.USER_ID.eq(OF_BUYERS.field(BOOKINGS.USER_ID)))
                        .and(BOOKINGS.STATUS.in(BookingStatus.PENDING.name(), BookingStatus.CONFIRMED.name()))
                        .groupBy(OF_BUYERS.field(BOOKINGS.SHOW_ID), OF_BUYERS.field(BOOKINGS.USER_ID)));
        this.findMadeWith = RenderedQuery.of(
                dsl,
                dsl.select(DatabaseTime.NOW)
                        .select(BOOKINGS.fields())
                        .from(WANTED.table())
                        .join(BOOKINGS)
                        .on(BOOKINGS.SHOW_ID.eq(WANTED.field(BOOKINGS.SHOW_ID)))
                        .and(BOOKINGS.USER_ID.eq(WANTED.field(BOOKINGS.USER_ID)))
                        .and(BOOKINGS.IDEMPOTENCY_KEY.eq(WANTED.field(BOOKINGS.IDEMPOTENCY_KEY))));
        this.find = RenderedQuery.of(
                dsl,
                dsl.select(DatabaseTime.NOW)
                        .select(BOOKINGS.fields())
                        .from(BOOKINGS)
                        .where(BOOKINGS.ID.eq(ID)));
    }

    @Override
    public void endAll(ShowId show, Instant now) {
        expiredHolds.markOf(show, now);
        dsl.update(BOOKINGS)
                .set(BOOKINGS.STATUS, BookingStatus.CANCELLED.name())
                .set(BOOKINGS.CANCELLED_AT, now)
                .where(BOOKINGS.SHOW_ID.eq(show.value()))
                .and(BookingRows.isLive(val(now)))
                .execute();
    }

    @Override
    public Map<Buyer, BuyersSeats> countSeats(Collection<Buyer> buyers) {
        Result<Record> counted = countSeats.with(OF_BUYERS, buyers).fetch();
        while (counted.stream().anyMatch(row -> row.get(RUN_OUT_HOLDS) > 0)) {
            expiredHolds.markOf(buyers);
            counted = countSeats.with(OF_BUYERS, buyers).fetch();
        }
        return counted.intoMap(
                row -> new Buyer(
                        new ShowId(row.get(OF_BUYERS.field(BOOKINGS.SHOW_ID))),
                        new UserId(row.get(OF_BUYERS.field(BOOKINGS.USER_ID)))),
                row -> new BuyersSeats(
                        row.get(LIVE_SEATS).intValueExact(),
                        row.get(SEATS_ON_HOLD).intValueExact()));
    }

    @Override
    public Map<BookingKey, Keyed<Booking>> findMadeWith(Collection<BookingKey> keys) {
        Map<UsedKey, BookingKey> wanted = keys.stream().collect(Collectors.toMap(UsedKey::of, key -> key, (a, _) -> a));
        return findMadeWith
                .with(WANTED, wanted.keySet())
                .fetch()
                .intoMap(
                        row -> wanted.get(UsedKey.of(row.into(BOOKINGS))),
                        row -> new Keyed<>(toBooking(row, DatabaseTime.NOW), row.get(BOOKINGS.BODY_DIGEST)));
    }

    /** What makes a key one and the same, as far as the database is concerned. */
    private record UsedKey(UUID show, String user, String value) {
        static UsedKey of(BookingKey key) {
            return new UsedKey(
                    key.show().value(), key.key().user().value(), key.key().value());
        }

        static UsedKey of(BookingsRecord row) {
            return new UsedKey(row.getShowId(), row.getUserId(), row.getIdempotencyKey());
        }
    }

    @Override
    public Optional<Booking> find(BookingId id) {
        return find.with(ID, id.value()).fetch().stream()
                .map(row -> toBooking(row, DatabaseTime.NOW))
                .findFirst();
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

    private static Field<BigDecimal> seatsWhere(Condition which) {
        return coalesce(sum(cardinality(BOOKINGS.SEATS)).filterWhere(which), BigDecimal.ZERO);
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
