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
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.ResultQuery;

/** Adds rows to {@code bookings} and marks those of {@code seats}, in one statement and so in one round trip. */
final class JooqSalesLedger implements SalesLedger {
    private final DSLContext dsl;
    private final CountedChanges changes;

    JooqSalesLedger(DSLContext dsl, CountedChanges changes) {
        this.dsl = dsl;
        this.changes = changes;
    }

    @Override
    public Set<BookingId> enter(Collection<NewBooking> bookings, Collection<LockedSeats> seats) {
        List<Seat> changed = SeatRows.changed(seats);
        var rows = SeatRows.unnested(changed);
        var entered = name("entered").as(insert(bookings));
        var id = entered.field(BOOKINGS.ID);
        // As an array they are read once; joined, without a key to go by, they would be gone through for every seat.
        var enteredIds = array(select(id).from(entered));
        var taken = name("taken")
                .as(SeatRows.update(rows)
                        .and(rows.field(SEATS.BOOKING_ID).eq(any(enteredIds)))
                        .returningResult(SEATS.NUMBER));
        var stored = field(selectCount().from(taken));
        Result<Record2<UUID, Integer>> result =
                dsl.with(entered, taken).select(id, stored).from(entered).fetch();
        Set<BookingId> ids =
                result.stream().map(row -> new BookingId(row.value1())).collect(Collectors.toSet());
        Set<BookingId> refused = bookings.stream()
                .map(added -> added.booking().id())
                .filter(each -> !ids.contains(each))
                .collect(Collectors.toSet());
        List<Seat> due = changed.stream()
                .filter(seat -> seat.booking() == null || !refused.contains(seat.booking()))
                .toList();
        SeatRows.requireStored(result.isEmpty() ? 0 : result.getFirst().value2(), due.size());
        due.stream().map(Seat::show).distinct().forEach(changes::seats);
        return ids;
    }

    private static ResultQuery<Record1<UUID>> insert(Collection<NewBooking> bookings) {
        var rows = Unnested.of("added", bookings.stream().map(AddedRow::of).toList())
                .with(SHOWS.VERSION, AddedRow::showVersion);
        for (Field<?> column : BOOKINGS.fields()) {
            copy(column, rows);
        }
        return insertInto(BOOKINGS)
                .columns(BOOKINGS.fields())
                .select(select(Arrays.stream(BOOKINGS.fields())
                                .<Field<?>>map(rows::field)
                                .toList())
                        .from(rows.table())
                        .join(SHOWS)
                        .on(SHOWS.ID.eq(rows.field(BOOKINGS.SHOW_ID)))
                        .and(SHOWS.VERSION.eq(rows.field(SHOWS.VERSION)))
                        .and(SHOWS.STATUS.eq(ShowStatus.SCHEDULED.name()))
                        .orderBy(
                                rows.field(BOOKINGS.SHOW_ID),
                                rows.field(BOOKINGS.USER_ID),
                                rows.field(BOOKINGS.IDEMPOTENCY_KEY)))
                .onConflict(BOOKINGS.SHOW_ID, BOOKINGS.USER_ID, BOOKINGS.IDEMPOTENCY_KEY)
                .where(BOOKINGS.IDEMPOTENCY_KEY.isNotNull())
                .doNothing()
                .returningResult(BOOKINGS.ID);
    }

    private static <V> void copy(Field<V> column, Unnested<AddedRow> rows) {
        rows.with(column, row -> row.record().get(column));
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
