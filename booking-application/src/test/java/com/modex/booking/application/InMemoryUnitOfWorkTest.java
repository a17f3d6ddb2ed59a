package com.modex.booking.application;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.TransactionContract;

class InMemoryUnitOfWorkTest implements TransactionContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public BookingWorld world() {
        return world;
    }

    @Override
    public Class<? extends RuntimeException> givenUp() {
        return UnavailableException.class;
    }
}
