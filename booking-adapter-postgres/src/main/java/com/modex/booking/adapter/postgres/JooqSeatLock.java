package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;
import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectSelectStep;

/** Locks seats by {@code SELECT … FOR UPDATE} in the order of their shows and numbers. */
final class JooqSeatLock implements SeatLock {
    private static final Unnested<SeatKey> WANTED = Unnested.<SeatKey>named("wanted")
            .with(SEATS.SHOW_ID, key -> key.show().value())
            .with(SEATS.NUMBER, key -> key.number().value());

    private static final Name LOCKED = name("locked");

    /** A row is asked by the very columns that it was read with: jOOQ would have to look for others by their names. */
    private static final Field<UUID> LOCKED_SHOW = ofLocked(SEATS.SHOW_ID);

    private static final Field<Integer> LOCKED_NUMBER = ofLocked(SEATS.NUMBER);
    private static final Field<UUID> LOCKED_BOOKING = ofLocked(SEATS.BOOKING_ID);
    private static final Field<Instant> LOCKED_HELD_UNTIL = ofLocked(SEATS.HELD_UNTIL);
    private static final Field<Boolean> LOCKED_BLOCKED = ofLocked(SEATS.BLOCKED);

    private static final Param<UUID> SHOW = param("show", SEATS.SHOW_ID);
    private static final Param<Integer[]> NUMBERS =
            param("numbers", SEATS.NUMBER.getDataType().getArrayDataType());

    private final CountedChanges changes;
    private final RenderedQuery take;
    private final RenderedQuery await;
    private final RenderedQuery awaitAll;
    private final RenderedQuery store;

    JooqSeatLock(DSLContext dsl, CountedChanges changes) {
        this.changes = changes;
        this.take = RenderedQuery.of(
                dsl,
                withTime(
                        dsl,
                        selectSeats()
                                .from(WANTED.table())
                                .join(SEATS)
                                .on(SEATS.SHOW_ID.eq(WANTED.field(SEATS.SHOW_ID)))
                                .and(SEATS.NUMBER.eq(WANTED.field(SEATS.NUMBER)))
                                .orderBy(SEATS.SHOW_ID, SEATS.NUMBER)
                                .forUpdate()
                                .of(SEATS)
                                .skipLocked()));
        this.await = waiting(dsl, SEATS.NUMBER.eq(any(NUMBERS)));
        this.awaitAll = waiting(dsl, noCondition());
        this.store = RenderedQuery.of(dsl, SeatRows.update());
    }

    @Override
    public Map<ShowId, LockedSeats> take(Map<ShowId, SortedSet<SeatNumber>> wanted) {
        Locked locked = Locked.of(take.with(WANTED, keysOf(wanted)).fetch());
        Map<ShowId, List<Seat>> seats = locked.seats.stream().collect(groupingBy(Seat::show));
        var result = new HashMap<ShowId, LockedSeats>();
        wanted.forEach((show, numbers) ->
                result.put(show, new Locked(locked.now, seats.getOrDefault(show, List.of())).of(show, numbers)));
        return result;
    }

    private static List<SeatKey> keysOf(Map<ShowId, SortedSet<SeatNumber>> wanted) {
        return wanted.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(number -> new SeatKey(entry.getKey(), number)))
                .toList();
    }

    @Override
    public LockedSeats await(ShowId show, SortedSet<SeatNumber> numbers) {
        Integer[] values = numbers.stream().map(SeatNumber::value).toArray(Integer[]::new);
        return Locked.of(await.with(SHOW, show.value()).with(NUMBERS, values).fetch())
                .of(show, numbers);
    }

    @Override
    public LockedSeats awaitAll(ShowId show) {
        return Locked.of(awaitAll.with(SHOW, show.value()).fetch()).of(show, Collections.emptySortedSet());
    }

    private static <V> Field<V> ofLocked(Field<V> column) {
        return field(LOCKED.append(column.getUnqualifiedName()), column.getDataType());
    }

    private static RenderedQuery waiting(DSLContext dsl, Condition which) {
        return RenderedQuery.of(
                dsl,
                withTime(
                        dsl,
                        selectSeats()
                                .from(SEATS)
                                .where(SEATS.SHOW_ID.eq(SHOW))
                                .and(which)
                                .orderBy(SEATS.NUMBER)
                                .forUpdate()
                                .of(SEATS)));
    }

    private static SelectSelectStep<Record5<UUID, Integer, UUID, Instant, Boolean>> selectSeats() {
        return select(SEATS.SHOW_ID, SEATS.NUMBER, SEATS.BOOKING_ID, SEATS.HELD_UNTIL, SEATS.BLOCKED);
    }

    /** The clock stands outside the locking query, so that it is read once a lock is had, and even if none is. */
    private static ResultQuery<?> withTime(
            DSLContext dsl, Select<Record5<UUID, Integer, UUID, Instant, Boolean>> locking) {
        return dsl.select(
                        DatabaseTime.NOW, LOCKED_SHOW, LOCKED_NUMBER, LOCKED_BOOKING, LOCKED_HELD_UNTIL, LOCKED_BLOCKED)
                .from(selectOne())
                .leftJoin(locking.asTable(LOCKED))
                .on(trueCondition());
    }

    @Override
    public void store(Collection<LockedSeats> seats) {
        List<Seat> changed = SeatRows.changed(seats);
        if (changed.isEmpty()) {
            return;
        }
        int stored = store.with(SeatRows.CHANGED, changed).execute();
        SeatRows.requireStored(stored, changed.size());
        seats.forEach(locked -> changes.seats(locked, locked.changed()));
    }

    private record SeatKey(ShowId show, SeatNumber number) {}

    /** Locked rows, and the database's clock after that. */
    private record Locked(Instant now, List<Seat> seats) {
        static Locked of(Result<? extends Record> rows) {
            // Every row has the time at which it was read; the last one was read when all locks were had.
            Instant now = rows.getLast().get(DatabaseTime.NOW);
            return new Locked(
                    now,
                    rows.stream()
                            .filter(row -> row.get(LOCKED_NUMBER) != null)
                            .map(row -> SeatRows.toSeat(
                                    new ShowId(row.get(LOCKED_SHOW)),
                                    row.get(LOCKED_NUMBER),
                                    row.get(LOCKED_BOOKING),
                                    row.get(LOCKED_HELD_UNTIL),
                                    row.get(LOCKED_BLOCKED)))
                            .toList());
        }

        LockedSeats of(ShowId show, SortedSet<SeatNumber> wanted) {
            var contested = new TreeSet<>(wanted);
            seats.forEach(seat -> contested.remove(seat.number()));
            return new LockedSeats(show, now, seats, contested);
        }
    }
}
