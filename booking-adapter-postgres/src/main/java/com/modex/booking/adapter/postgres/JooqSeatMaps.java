package com.modex.booking.adapter.postgres;

import static com.modex.booking.adapter.postgres.jooq.Tables.SEATS;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.val;

import com.modex.booking.domain.seat.Availability;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;

/** Reads seat maps in one statement, without locks, and judges every seat by one and the same time. */
final class JooqSeatMaps implements SeatMaps {
    private final DSLContext dsl;

    JooqSeatMaps(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public SeatMap of(ShowId show) {
        var rows = dsl.select(
                        DatabaseTime.TRANSACTION_START, SEATS.NUMBER, SEATS.BOOKING_ID, SEATS.HELD_UNTIL, SEATS.BLOCKED)
                .from(SEATS)
                .where(SEATS.SHOW_ID.eq(show.value()))
                .orderBy(SEATS.NUMBER)
                .fetch();
        return rows.isEmpty()
                ? new SeatMap(show, List.of(), null)
                : SeatMap.at(
                        rows.getFirst().value1(),
                        show,
                        rows.map(row -> SeatRows.toSeat(show, row.value2(), row.value3(), row.value4(), row.value5())));
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
        Integer[] numbers = dsl.select(coalesce(arrayAgg(SEATS.NUMBER), val(new Integer[0])))
                .from(SEATS)
                .where(SEATS.SHOW_ID.eq(show.value()))
                .and(SeatStates.AVAILABLE)
                .fetchSingle()
                .value1();
        return FreeSeats.of(Arrays.stream(numbers).map(SeatNumber::new).toList());
    }
}
