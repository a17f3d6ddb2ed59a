package com.modex.booking.application;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.seat.SeatLockContract;

class InMemorySeatLockTest implements SeatLockContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public BookingWorld world() {
        return world;
    }
}
