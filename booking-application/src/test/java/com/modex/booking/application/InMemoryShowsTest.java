package com.modex.booking.application;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.show.ShowsContract;

class InMemoryShowsTest implements ShowsContract {
    private final InMemoryWorld world = new InMemoryWorld();

    @Override
    public BookingWorld world() {
        return world;
    }
}
