package com.modex.booking.application;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.booking.ExpiredHoldsContract;

class InMemoryExpiredHoldsTest implements ExpiredHoldsContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public BookingWorld world() {
        return world;
    }
}
