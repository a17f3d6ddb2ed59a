package com.modex.booking.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Show;
import java.time.Duration;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

class ManySeatsTest {
    private final PostgresWorld world = PostgresWorld.empty();
    private final Show show = Fixtures.show(SeatPlan.MAX_SEATS, world.now());

    @Test
    void aHundredThousandSeatsAreThereWithinTenSeconds() {
        long start = System.nanoTime();

        world.add(show);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(world.seatMaps().of(show.id()).seats()).hasSize(100_000);
    }

    @Test
    void ifOneSeatCannotBeMadeNothingIs() {
        world.execute("ALTER TABLE seats ADD CONSTRAINT not_the_last CHECK (number < 100000)");
        try {
            assertThatThrownBy(() -> world.add(show))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("not_the_last");
        } finally {
            world.execute("ALTER TABLE seats DROP CONSTRAINT not_the_last");
        }

        assertThat(world.shows().find(show.id())).isEmpty();
        assertThat(world.number("SELECT count(*) FROM seats")).isZero();
    }
}
