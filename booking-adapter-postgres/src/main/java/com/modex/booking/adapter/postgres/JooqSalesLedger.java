package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.BOOKINGS;
import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;
import static com.modex.booking.adapter.postgres.jooq.Tables.SHOWS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.update;

import com.modex.booking.adapter.postgres.jooq.tables.records.BookingsRecord;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.NewBooking;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SalesLedger;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.show.ShowStatus;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.TableField;

/** Writes rows of {@code bookings} and marks those of {@code seats}, in one statement and so in one round trip. */
final class JooqSalesLedger implements SalesLedger {
    private static final Unnested<AddedRow> ADDED = added();
    private static final CommonTableExpression<Record1<UUID>> ENTERED =
            name("entered").as(enterBookings());
    private static final Field<UUID> ID = ENTERED.field(BOOKINGS.ID);
    private static final CommonTableExpression<Record1<Integer>> TAKEN =
            name("taken").as(takeSeats());
    private static final Field<Integer> STORED =
            field(selectCount().from(TAKEN)).as("stored");

    /** What of a booking may change. */
    private static final List<TableField<BookingsRecord, ?>> MUTABLE = List.of(
            BOOKINGS.SEATS,
            BOOKINGS.CANCELLED_SEATS,
            BOOKINGS.STATUS,
            BOOKINGS.EXPIRES_AT,
            BOOKINGS.CONFIRMED_AT,
            BOOKINGS.CANCELLED_AT,
            BOOKINGS.FAILURE_REASON);

    private static final List<Field<?>> AMENDED_COLUMNS = Stream.concat(
                    Stream.of(BOOKINGS.SHOW_ID, BOOKINGS.ID), MUTABLE.stream())
            .<Field<?>>map(Function.identity())
            .toList();

    private static final Unnested<BookingsRecord> AMENDED = amended();
    private static final CommonTableExpression<Record1<UUID>> AMENDED_BOOKING =
            name("amended_booking").as(amendBooking());
    private static final CommonTableExpression<Record1<Integer>> AMENDED_SEATS =
            name("amended_seats").as(SeatRows.update().returningResult(SEATS.NUMBER));
    private static final Field<Integer> BOOKINGS_WRITTEN =
            field(selectCount().from(AMENDED_BOOKING)).as("bookings_written");
    private static final Field<Integer> SEATS_WRITTEN =
            field(selectCount().from(AMENDED_SEATS)).as("seats_written");

    private final CountedChanges changes;
    private final RenderedQuery enter;
    private final RenderedQuery amend;

    JooqSalesLedger(DSLContext dsl, CountedChanges changes) {
        this.changes = changes;
        this.enter = RenderedQuery.of(
                dsl, dsl.with(ENTERED, TAKEN).select(ID, STORED).from(ENTERED));
        this.amend =
                RenderedQuery.of(dsl, dsl.with(AMENDED_BOOKING, AMENDED_SEATS).select(BOOKINGS_WRITTEN, SEATS_WRITTEN));
    }

    private static Unnested<AddedRow> added() {
        var rows = Unnested.<AddedRow>named("added").with(SHOWS.VERSION, AddedRow::showVersion);
        for (Field<?> column : BOOKINGS.fields()) {
            rows = with(column, rows, AddedRow::record);
        }
        return rows;
    }

    private static Unnested<BookingsRecord> amended() {
        var rows = Unnested.<BookingsRecord>named("amended");
        for (Field<?> column : AMENDED_COLUMNS) {
            rows = with(column, rows, Function.identity());
        }
        return rows;
    }

    private static <V, T> Unnested<T> with(Field<V> column, Unnested<T> rows, Function<T, BookingsRecord> record) {
        return rows.with(column, row -> record.apply(row).get(column));
    }

    private static ResultQuery<Record1<UUID>> enterBookings() {
        return insertInto(BOOKINGS)
                .columns(BOOKINGS.fields())
                .select(select(Arrays.stream(BOOKINGS.fields())
                                .<Field<?>>map(ADDED::field)
                                .toList())
                        .from(ADDED.table())
                        .join(SHOWS)
                        .on(SHOWS.ID.eq(ADDED.field(BOOKINGS.SHOW_ID)))
                        .and(SHOWS.VERSION.eq(ADDED.field(SHOWS.VERSION)))
                        .and(SHOWS.STATUS.eq(ShowStatus.SCHEDULED.name()))
                        .orderBy(
                                ADDED.field(BOOKINGS.SHOW_ID),
                                ADDED.field(BOOKINGS.USER_ID),
                                ADDED.field(BOOKINGS.IDEMPOTENCY_KEY)))
                .onConflict(BOOKINGS.SHOW_ID, BOOKINGS.USER_ID, BOOKINGS.IDEMPOTENCY_KEY)
                .doNothing()
                .returningResult(BOOKINGS.ID);
    }

    private static ResultQuery<Record1<Integer>> takeSeats() {
        // As an array they are read once; joined, without a key to go by, they would be gone through for every seat.
        var enteredIds = array(select(ID).from(ENTERED));
        return SeatRows.update()
                .and(SeatRows.CHANGED.field(SEATS.BOOKING_ID).eq(any(enteredIds)))
                .returningResult(SEATS.NUMBER);
    }

    private static ResultQuery<Record1<UUID>> amendBooking() {
        Map<Field<?>, Field<?>> values =
                MUTABLE.stream().collect(Collectors.toMap(Function.identity(), AMENDED::field));
        return update(BOOKINGS)
                .set(values)
                .from(AMENDED.table())
                .where(BOOKINGS.SHOW_ID.eq(AMENDED.field(BOOKINGS.SHOW_ID)))
                .and(BOOKINGS.ID.eq(AMENDED.field(BOOKINGS.ID)))
                .returningResult(BOOKINGS.ID);
    }

    @Override
    public Set<BookingId> enter(Collection<NewBooking> bookings, Collection<LockedSeats> seats) {
        Result<Record> result = enter.with(
                        ADDED, bookings.stream().map(AddedRow::of).toList())
                .with(SeatRows.CHANGED, SeatRows.changed(seats))
                .fetch();
        Set<BookingId> ids =
                result.stream().map(row -> new BookingId(row.get(ID))).collect(Collectors.toSet());
        Set<BookingId> refused = bookings.stream()
                .map(added -> added.booking().id())
                .filter(each -> !ids.contains(each))
                .collect(Collectors.toSet());
        int due = 0;
        for (LockedSeats locked : seats) {
            List<Seat> taken = locked.changed().stream()
                    .filter(seat -> seat.booking() == null || !refused.contains(seat.booking()))
                    .toList();
            changes.seats(locked, taken);
            due += taken.size();
        }
        SeatRows.requireStored(result.isEmpty() ? 0 : result.getFirst().get(STORED), due);
        return ids;
    }

    @Override
    public void amend(Booking booking, LockedSeats seats) {
        Collection<Seat> changed = seats.changed();
        Record written = amend.with(AMENDED, List.of(BookingRows.toRecord(booking)))
                .with(SeatRows.CHANGED, changed)
                .fetch()
                .getFirst();
        if (written.get(BOOKINGS_WRITTEN) != 1) {
            throw new IllegalStateException("There is no booking " + booking.id());
        }
        SeatRows.requireStored(written.get(SEATS_WRITTEN), changed.size());
        changes.seats(seats, changed);
    }

    /** A row to add, and the version of its show that it was decided on. */
    private record AddedRow(BookingsRecord record, long showVersion) {
        static AddedRow of(NewBooking added) {
            var record = BookingRows.toRecord(added.booking());
            if (added.key() != null) {
                record.setIdempotencyKey(added.key().value());
                record.setBodyDigest(added.key().bodyDigest());
            }
            return new AddedRow(record, added.show().version());
        }
    }
}
