package com.modex.booking.adapter.postgres;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.booking.BookSeats;
import com.modex.booking.application.booking.SeatWish;
import com.modex.booking.application.show.ChangeShow;
import com.modex.booking.application.show.ExpectedVersion;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowChange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A show gets a limit on a user's seats at the moment at which the user buys. */
class NewLimitWhileBuyersTest {
    private static final int LIMIT = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PostgresWorld world = PostgresWorld.emptyAndPooled();

    @Test
    void whoeverBuysByTheShowAsItWasIsWaitedForAndCounted() {
        Show show = world.aShow(2 * LIMIT);

        CompletableFuture<ChangeShow.Result> limited = world.inTransaction(() -> {
            // Alice needs no turn by the show as it still is.
            world.enter(show, Booking.confirmed(newBookingId(), show.id(), ALICE, selection(1, 2, 3, 4), world.now()));
            var change = CompletableFuture.supplyAsync(() -> limit(show));
            awaitSomebodyWhoWaits();
            assertThat(change).isNotDone();
            return change;
        });

        assertThat(limited.join()).isInstanceOf(ChangeShow.Result.Changed.class);
        var more = new BookSeats.Command(show.id(), ALICE, new SeatWish.Named(selection(5, 6, 7, 8)), true, null);
        assertThat(world.useCases().bookSeats().book(more))
                .isEqualTo(new BookSeats.Result.LimitExceeded(new SeatLimit(LIMIT), LIMIT));
    }

    private ChangeShow.Result limit(Show show) {
        return world.showUseCases()
                .changeShow()
                .change(new ChangeShow.Command(
                        show.id(),
                        new ExpectedVersion.Any(),
                        List.of(new ShowChange.LimitSeats(new SeatLimit(LIMIT)))));
    }

    /** For the running unit of work. */
    private void awaitSomebodyWhoWaits() {
        long begun = System.nanoTime();
        while (world.number("SELECT count(*) FROM pg_locks WHERE NOT granted"
                        + " AND transactionid = pg_current_xact_id()::text::xid")
                == 0) {
            assertThat(System.nanoTime() - begun).isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
