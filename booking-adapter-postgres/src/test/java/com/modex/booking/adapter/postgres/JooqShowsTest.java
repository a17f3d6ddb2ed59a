package com.modex.booking.adapter.postgres;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.show.ShowsContract;

class JooqShowsTest implements ShowsContract {
    private final PostgresWorld world = PostgresWorld.empty();

    @Override
    public BookingWorld world() {
        return world;
    }
}
