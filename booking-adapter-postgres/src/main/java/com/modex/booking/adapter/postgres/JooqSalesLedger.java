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

import com.modex.booking.adapter.postgres.jooq.tables.records.BookingsRecord;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.NewBooking;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SalesLedger;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.show.ShowStatus;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.ResultQuery;

/** Adds rows to {@code bookings} and marks those of {@code seats}, in one statement and so in one round trip. */
final class JooqSalesLedger implements SalesLedger {
    private static final Unnested<AddedRow> ADDED = added();
    private static final CommonTableExpression<Record1<UUID>> ENTERED =
            name("entered").as(insert());
    private static final Field<UUID> ID = ENTERED.field(BOOKINGS.ID);
    private static final CommonTableExpression<Record1<Integer>> TAKEN =
            name("taken").as(update());
    private static final Field<Integer> STORED =
            field(selectCount().from(TAKEN)).as("stored");

    private final CountedChanges changes;
    private final RenderedQuery enter;

    JooqSalesLedger(DSLContext dsl, CountedChanges changes) {
        this.changes = changes;
        this.enter = RenderedQuery.of(
                dsl, dsl.with(ENTERED, TAKEN).select(ID, STORED).from(ENTERED));
    }

    private static Unnested<AddedRow> added() {
        var rows = Unnested.<AddedRow>named("added").with(SHOWS.VERSION, AddedRow::showVersion);
        for (Field<?> column : BOOKINGS.fields()) {
            rows = with(column, rows);
        }
        return rows;
    }

    private static <V> Unnested<AddedRow> with(Field<V> column, Unnested<AddedRow> rows) {
        return rows.with(column, row -> row.record().get(column));
    }

    private static ResultQuery<Record1<UUID>> insert() {
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

    private static ResultQuery<Record1<Integer>> update() {
        // As an array they are read once; joined, without a key to go by, they would be gone through for every seat.
        var enteredIds = array(select(ID).from(ENTERED));
        return SeatRows.update()
                .and(SeatRows.CHANGED.field(SEATS.BOOKING_ID).eq(any(enteredIds)))
                .returningResult(SEATS.NUMBER);
    }

    @Override
    public Set<BookingId> enter(Collection<NewBooking> bookings, Collection<LockedSeats> seats) {
        List<Seat> changed = SeatRows.changed(seats);
        Result<Record> result = enter.with(
                        ADDED, bookings.stream().map(AddedRow::of).toList())
                .with(SeatRows.CHANGED, changed)
                .fetch();
        Set<BookingId> ids =
                result.stream().map(row -> new BookingId(row.get(ID))).collect(Collectors.toSet());
        Set<BookingId> refused = bookings.stream()
                .map(added -> added.booking().id())
                .filter(each -> !ids.contains(each))
                .collect(Collectors.toSet());
        List<Seat> due = changed.stream()
                .filter(seat -> seat.booking() == null || !refused.contains(seat.booking()))
                .toList();
        SeatRows.requireStored(result.isEmpty() ? 0 : result.getFirst().get(STORED), due.size());
        due.stream().map(Seat::show).distinct().forEach(changes::seats);
        return ids;
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
