package com.modex.booking.adapter.postgres;

import static com.modex.booking.domain.Fixtures.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.booking.CancelBooking;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeapOnlyUpdatesTest {
    @Test
    void aSeatChangesHandsWithoutTouchingAnIndex() {
        // A database of its own: the counters are the table's.
        var world = PostgresWorld.on(TestPostgres.newDatabase(), "-c lock_timeout=2s");
        var show = world.aShow(1_000);

        for (int first = 1; first < 1_000; first += 25) {
            int[] seats = IntStream.range(first, first + 25).toArray();
            var hold = world.aHold(show, seats);
            assertThat(world.useCases().cancelBooking().cancel(new CancelBooking.Command(hold.id(), ALICE, null)))
                    .isInstanceOf(CancelBooking.Result.Cancelled.class);
        }

        assertThat(counter(world, "n_tup_upd")).isGreaterThan(1_500);
        assertThat(counter(world, "n_tup_hot_upd")).isGreaterThan(counter(world, "n_tup_upd") * 9 / 10);
    }

    private static long counter(PostgresWorld world, String name) {
        return world.number("SELECT " + name + " FROM pg_stat_user_tables WHERE relname = 'seats'");
    }
}
