package com.modex.booking.application.show;

import com.modex.booking.application.ChangeCounts;
import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.Fixtures;

/** The use cases of shows over a store. */
final class Cases {
    private Cases() {}

    static ShowUseCases useCases(InMemoryWorld world) {
        return new ShowUseCases(
                world,
                world.shows(),
                world.showLock(),
                world.seatLock(),
                world.seatMaps(),
                world.bookings(),
                Fixtures::newShowId,
                world,
                new ChangeCounts(),
                System::nanoTime);
    }
}
