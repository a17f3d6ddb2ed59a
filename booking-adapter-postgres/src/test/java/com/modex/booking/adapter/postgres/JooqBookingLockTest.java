package com.modex.booking.adapter.postgres;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.booking.BookingLockContract;

class JooqBookingLockTest implements BookingLockContract {
    private final PostgresWorld world = PostgresWorld.empty();

    @Override
    public BookingWorld world() {
        return world;
    }
}
