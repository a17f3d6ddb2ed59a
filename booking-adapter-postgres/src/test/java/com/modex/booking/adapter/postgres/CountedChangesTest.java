package com.modex.booking.adapter.postgres;

import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountedChangesTest {
    private PostgresWorld world;

    @BeforeEach
    void startEmpty() {
        world = PostgresWorld.empty();
    }

    @Test
    void seats_are_counted_once_others_can_read_that_they_changed_hands() {
        var show = show(10, Instant.now());
        world.shows().add(show, null);
        var counts = world.changeCounts();
        long before = counts.ofSeats(show.id());

        long during = world.unitOfWork().run(() -> {
            world.seatLock().store(world.seatLock().take(show.id(), seats(1, 2)));
            return counts.ofSeats(show.id());
        });

        assertThat(during).isEqualTo(before);
        assertThat(counts.ofSeats(show.id())).isGreaterThan(before);
    }

    @Test
    void a_new_show_is_counted_once_others_can_read_it() {
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
