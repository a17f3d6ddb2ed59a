package com.modex.booking.domain.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.show.Show;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link BuyerLock} keeps to. */
public interface BuyerLockContract {
    BookingWorld world();

    @Test
    default void theFirstTimeAUserComesTheTurnIsTheirs() {
        lock(world().aShow(3), ALICE);
    }

    @Test
    default void theTurnCanBeHadAgainAndAgain() {
        var show = world().aShow(3);

        lock(show, ALICE);
        lock(show, ALICE);
    }

    @Test
    default void aUserWhoNeverCameBeforeWaitsForTheirFirstRequestToEnd() {
        assertWaits(world().aShow(3));
    }

    @Test
    default void aUserWhoCameBeforeWaitsForTheirOtherRequestToEnd() {
        var show = world().aShow(3);
        lock(show, ALICE);

        assertWaits(show);
    }

    @Test
    default void nobodyWaitsForAnotherUserOrForAnotherShow() {
        var show = world().aShow(3);
        var other = world().aShow(3);

        try (var _ = Rival.inTheMiddleOf(world(), () -> world().buyerLock().lock(new Buyer(show.id(), ALICE)))) {
            // Were they to wait, the time-out for locks would end them with an exception.
            lock(show, BOB);
            lock(other, ALICE);
        }
    }

    @Test
    default void severalTurnsAreHadTogetherOrWaitedFor() {
        var show = world().aShow(3);
        var both = List.of(new Buyer(show.id(), BOB), new Buyer(show.id(), ALICE));
        world().doInTransaction(() -> world().buyerLock().lock(both));

        try (var rival = Rival.inTheMiddleOf(world(), () -> world().buyerLock().lock(both))) {
            var _ = rival.holdsUp(() -> {
                lock(show, BOB);
                return true;
            });
        }
    }

    private void assertWaits(Show show) {
        try (var rival = Rival.inTheMiddleOf(world(), () -> world().buyerLock().lock(new Buyer(show.id(), ALICE)))) {
            var _ = rival.holdsUp(() -> {
                lock(show, ALICE);
                return true;
            });
        }
    }

    private void lock(Show show, UserId user) {
        world().doInTransaction(() -> world().buyerLock().lock(new Buyer(show.id(), user)));
    }
}
