package com.modex.booking.adapter.postgres;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.booking.ExpiredHoldsContract;

class JooqExpiredHoldsTest implements ExpiredHoldsContract {
    private final PostgresWorld world = PostgresWorld.empty();

    @Override
    public BookingWorld world() {
        return world;
    }
}
