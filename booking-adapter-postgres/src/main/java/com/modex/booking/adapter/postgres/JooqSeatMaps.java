package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.val;

import com.modex.booking.domain.seat.Availability;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;

/** Reads seat maps in one statement, without locks, and judges every seat by one and the same time. */
final class JooqSeatMaps implements SeatMaps {
    private static final Param<UUID> SHOW = param("show", SEATS.SHOW_ID);

    private static final Field<Instant> NEXT_EXPIRY =
            min(SEATS.HELD_UNTIL).filterWhere(SeatStates.HELD).as("next_expiry");

    private static final Field<Integer[]> AVAILABLE =
            numbersOf(SeatStates.AVAILABLE).as("available");
    private static final Field<Integer> TOTAL = count().as("total");
    private static final Field<Integer[]> HELD = numbersOf(SeatStates.HELD).as("held");
    private static final Field<Integer[]> BOOKED = numbersOf(SeatStates.BOOKED).as("booked");
    private static final Field<Integer[]> BLOCKED =
            numbersOf(SeatStates.BLOCKED).as("blocked");

    private final DSLContext dsl;
    private final RenderedQuery seatMap;
    private final RenderedQuery free;

    JooqSeatMaps(DSLContext dsl) {
        this.dsl = dsl;
        // One row with an array for each state: a row for every seat would cost more to make objects of than to read.
        // What is in none of them is available, and need neither be judged nor sent.
        this.seatMap = ofShow(dsl, DatabaseTime.TRANSACTION_START, NEXT_EXPIRY, TOTAL, HELD, BOOKED, BLOCKED);
        this.free = ofShow(dsl, AVAILABLE);
    }

    private static RenderedQuery ofShow(DSLContext dsl, Field<?>... columns) {
        return RenderedQuery.of(dsl, dsl.select(columns).from(SEATS).where(SEATS.SHOW_ID.eq(SHOW)));
    }

    @Override
    public SeatMap of(ShowId show) {
        Record row = seatMap.with(SHOW, show.value()).fetch().getFirst();
        Instant nextExpiry = row.get(NEXT_EXPIRY);
        return new SeatMap(
                show,
                inSeatOrder(row.get(TOTAL), row.get(HELD), row.get(BOOKED), row.get(BLOCKED)),
                nextExpiry == null ? null : Duration.between(row.get(DatabaseTime.TRANSACTION_START), nextExpiry));
    }

    /** The seats of a show are numbered through from 1. */
    private static List<SeatMap.Entry> inSeatOrder(int total, Integer[] held, Integer[] booked, Integer[] blocked) {
        var statuses = new SeatStatus[total];
        Arrays.fill(statuses, SeatStatus.AVAILABLE);
        mark(statuses, held, SeatStatus.HELD);
        mark(statuses, booked, SeatStatus.BOOKED);
        mark(statuses, blocked, SeatStatus.BLOCKED);
        return IntStream.rangeClosed(1, total)
                .mapToObj(number -> new SeatMap.Entry(new SeatNumber(number), statuses[number - 1]))
                .toList();
    }

    private static void mark(SeatStatus[] statuses, Integer[] numbers, SeatStatus status) {
        for (Integer number : numbers) {
            statuses[number - 1] = status;
        }
    }

    @Override
    public Availability availability(ShowId show) {
        return dsl.select(
                        count().filterWhere(SeatStates.AVAILABLE),
                        count().filterWhere(SeatStates.HELD),
                        count().filterWhere(SeatStates.BOOKED),
                        count().filterWhere(SeatStates.BLOCKED))
                .from(SEATS)
                .where(SEATS.SHOW_ID.eq(show.value()))
                .fetchSingle(row -> new Availability(show, row.value1(), row.value2(), row.value3(), row.value4()));
    }

    @Override
    public FreeSeats free(ShowId show) {
        Integer[] numbers = free.with(SHOW, show.value()).fetch().getFirst().get(AVAILABLE);
        return FreeSeats.of(Arrays.stream(numbers).map(SeatNumber::new).toList());
    }

    private static Field<Integer[]> numbersOf(Condition state) {
        return coalesce(arrayAgg(SEATS.NUMBER).filterWhere(state), val(new Integer[0]));
    }
}
