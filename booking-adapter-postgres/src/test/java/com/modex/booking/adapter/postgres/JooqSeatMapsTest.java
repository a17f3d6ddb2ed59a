package com.modex.booking.adapter.postgres;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.seat.SeatMapsContract;

class JooqSeatMapsTest implements SeatMapsContract {
    private final PostgresWorld world = PostgresWorld.empty();

    @Override
    public BookingWorld world() {
        return world;
    }
}
