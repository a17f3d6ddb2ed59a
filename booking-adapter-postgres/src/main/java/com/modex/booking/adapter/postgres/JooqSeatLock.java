package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;
import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import com.modex.booking.adapter.postgres.jooq.tables.records.SeatsRecord;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectForUpdateWaitStep;
import org.jspecify.annotations.Nullable;

/** Locks seats by {@code SELECT … FOR UPDATE} in the order of their numbers. */
final class JooqSeatLock implements SeatLock {
    private final DSLContext dsl;
    private final CountedChanges changes;

    JooqSeatLock(DSLContext dsl, CountedChanges changes) {
        this.dsl = dsl;
        this.changes = changes;
    }

    @Override
    public LockedSeats take(ShowId show, SortedSet<SeatNumber> numbers) {
        return lock(show, numbers, forUpdate(show, isAmong(numbers)).skipLocked());
    }

    @Override
    public LockedSeats await(ShowId show, SortedSet<SeatNumber> numbers) {
        return lock(show, numbers, forUpdate(show, isAmong(numbers)));
    }

    @Override
    public LockedSeats awaitAll(ShowId show) {
        return lock(show, Collections.emptySortedSet(), forUpdate(show, noCondition()));
    }

    private static Condition isAmong(Collection<SeatNumber> numbers) {
        return SEATS.NUMBER.eq(any(values(numbers)));
    }

    private static SelectForUpdateWaitStep<SeatsRecord> forUpdate(ShowId show, Condition which) {
        return selectFrom(SEATS)
                .where(SEATS.SHOW_ID.eq(show.value()))
                .and(which)
                .orderBy(SEATS.NUMBER)
                .forUpdate()
                .of(SEATS);
    }

    /** The clock stands outside the locking query, so that it is read once a lock is had, and even if none is. */
    private LockedSeats lock(ShowId show, SortedSet<SeatNumber> numbers, Select<SeatsRecord> locking) {
        var locked = locking.asTable("locked");
        Result<Record> rows = dsl.select(DatabaseTime.NOW)
                .select(locked.fields())
                .from(selectOne())
                .leftJoin(locked)
                .on(trueCondition())
                .fetch();
        Instant now = rows.stream()
                .map(row -> row.get(DatabaseTime.NOW))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Seat> seats = rows.stream()
                .map(row -> row.into(SEATS))
                .filter(row -> row.getNumber() != null)
                .map(row -> SeatRows.toSeat(
                        show, row.getNumber(), row.getBookingId(), row.getHeldUntil(), row.getBlocked()))
                .toList();
        var contested = new TreeSet<>(numbers);
        seats.forEach(seat -> contested.remove(seat.number()));
        return new LockedSeats(show, now, seats, contested);
    }

    @Override
    public void store(LockedSeats seats) {
        seats.changed().stream()
                .collect(groupingBy(Ownership::of))
                .forEach((ownership, group) -> store(seats.show(), ownership, group));
        changes.seats(seats.show());
    }

    private void store(ShowId show, Ownership ownership, List<Seat> group) {
        int stored = dsl.update(SEATS)
                .set(
                        SEATS.BOOKING_ID,
                        ownership.booking() == null ? null : ownership.booking().value())
                .set(SEATS.HELD_UNTIL, ownership.heldUntil())
                .set(SEATS.BLOCKED, ownership.blocked())
                .where(SEATS.SHOW_ID.eq(show.value()))
                .and(isAmong(group.stream().map(Seat::number).toList()))
                .execute();
        if (stored != group.size()) {
            throw new IllegalStateException("Stored %d of %d seats of show %s".formatted(stored, group.size(), show));
        }
    }

    private static Integer[] values(Collection<SeatNumber> numbers) {
        return numbers.stream().map(SeatNumber::value).toArray(Integer[]::new);
    }

    /** What a seat's row says but for its key; seats alike in it are written by one statement. */
    private record Ownership(
            @Nullable BookingId booking, @Nullable Instant heldUntil, boolean blocked) {
        static Ownership of(Seat seat) {
            return new Ownership(seat.booking(), seat.heldUntil(), seat.blocked());
        }
    }
}
