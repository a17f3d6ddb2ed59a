package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.val;

import com.modex.booking.domain.seat.Availability;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Reads seat maps in one statement, without locks, and judges every seat by one and the same time. */
final class JooqSeatMaps implements SeatMaps {
    private final DSLContext dsl;

    JooqSeatMaps(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public SeatMap of(ShowId show) {
        // One row with four arrays: a row for every seat would cost more to make objects of than to read.
        return dsl.select(
                        DatabaseTime.TRANSACTION_START,
                        min(SEATS.HELD_UNTIL).filterWhere(SeatStates.HELD),
                        numbersOf(SeatStates.AVAILABLE),
                        numbersOf(SeatStates.HELD),
                        numbersOf(SeatStates.BOOKED),
                        numbersOf(SeatStates.BLOCKED))
                .from(SEATS)
                .where(SEATS.SHOW_ID.eq(show.value()))
                .fetchSingle(row -> new SeatMap(
                        show,
                        inSeatOrder(row.value3(), row.value4(), row.value5(), row.value6()),
                        row.value2() == null ? null : Duration.between(row.value1(), row.value2())));
    }

    private static List<SeatMap.Entry> inSeatOrder(
            Integer[] available, Integer[] held, Integer[] booked, Integer[] blocked) {
        return Stream.of(
                        entries(available, SeatStatus.AVAILABLE),
                        entries(held, SeatStatus.HELD),
                        entries(booked, SeatStatus.BOOKED),
                        entries(blocked, SeatStatus.BLOCKED))
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(SeatMap.Entry::number))
                .toList();
    }

    private static Stream<SeatMap.Entry> entries(Integer[] numbers, SeatStatus status) {
        return Arrays.stream(numbers).map(number -> new SeatMap.Entry(new SeatNumber(number), status));
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
        Integer[] numbers = dsl.select(numbersOf(SeatStates.AVAILABLE))
                .from(SEATS)
                .where(SEATS.SHOW_ID.eq(show.value()))
                .fetchSingle()
                .value1();
        return FreeSeats.of(Arrays.stream(numbers).map(SeatNumber::new).toList());
    }

    private static Field<Integer[]> numbersOf(Condition state) {
        return coalesce(arrayAgg(SEATS.NUMBER).filterWhere(state), val(new Integer[0]));
    }
}
