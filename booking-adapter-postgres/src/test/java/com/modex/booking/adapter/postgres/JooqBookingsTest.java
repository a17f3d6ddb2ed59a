package com.modex.booking.adapter.postgres;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.booking.BookingsContract;

class JooqBookingsTest implements BookingsContract {
    private final PostgresWorld world = PostgresWorld.empty();

    @Override
    public BookingWorld world() {
        return world;
    }
}
