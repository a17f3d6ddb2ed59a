package com.modex.booking.application;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.booking.BookingsContract;

class InMemoryBookingsTest implements BookingsContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public BookingWorld world() {
        return world;
    }
}
