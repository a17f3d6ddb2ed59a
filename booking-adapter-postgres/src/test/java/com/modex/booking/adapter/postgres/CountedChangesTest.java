package com.modex.booking.adapter.postgres;

import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.seat.Seat;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountedChangesTest {
    private PostgresWorld world;

    @BeforeEach
    void startEmpty() {
        world = PostgresWorld.empty();
    }

    @Test
    void seatsAreCountedOnceOthersCanReadThatTheyChangedHands() {
        var show = show(10, Instant.now());
        world.shows().add(show, null);
        var counts = world.changeCounts();
        long before = counts.ofSeats(show.id());

        long during = world.unitOfWork().run(() -> {
            var locked = world.seatLock().take(show.id(), seats(1));
            locked.apply(List.of(Seat.restore(show.id(), seat(1), newBookingId(), null, false)));
            world.seatLock().store(locked);
            return counts.ofSeats(show.id());
        });

        assertThat(during).isEqualTo(before);
        assertThat(counts.ofSeats(show.id())).isGreaterThan(before);
    }

    @Test
    void aNewShowIsCountedOnceOthersCanReadIt() {
        var counts = world.changeCounts();
        long before = counts.ofShows();

        long during = world.unitOfWork().run(() -> {
            world.shows().add(show(10, Instant.now()), null);
            return counts.ofShows();
        });

        assertThat(during).isEqualTo(before);
        assertThat(counts.ofShows()).isGreaterThan(before);
    }
}
