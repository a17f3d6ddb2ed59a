package com.modex.booking.domain.booking;

import static com.modex.booking.domain.Fixtures.seats;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.seat.Seat;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ExpiredHolds} keeps to. */
public interface ExpiredHoldsContract {
    BookingWorld world();

    @Test
    default void aHoldThatHasRunOutIsMarkedOnce() {
        var hold = world().anExpiredHold(world().aShow(3), 1, 2);

        assertThat(mark(10)).isEqualTo(1);
        assertThat(mark(10)).isZero();

        assertThat(stored(hold)).usingRecursiveComparison().isEqualTo(hold.asOf(world().now()));
    }

    @Test
    default void nothingElseIsMarked() {
        var show = world().aShow(9);
        var hold = world().aHold(show, 1);
        var confirmed = world().aConfirmedBooking(show, 2);
        var late = world().anExpiredHold(show, 3);
        var lateConfirmed = late.asOf(world().now()).confirm(world().now());
        world().doInTransaction(() -> world().amend(lateConfirmed));

        assertThat(mark(10)).isZero();

        assertThat(stored(hold)).usingRecursiveComparison().isEqualTo(hold);
        assertThat(stored(confirmed)).usingRecursiveComparison().isEqualTo(confirmed);
        assertThat(stored(late)).usingRecursiveComparison().isEqualTo(lateConfirmed);
    }

    @Test
    default void atMostTheLimitIsMarked() {
        var show = world().aShow(9);
        world().anExpiredHold(show, 1);
        world().anExpiredHold(show, 2);
        world().anExpiredHold(show, 3);

        assertThat(mark(2)).isEqualTo(2);
        assertThat(mark(2)).isEqualTo(1);
        assertThat(mark(2)).isZero();
    }

    @Test
    default void oneThatARivalHasLockedIsPassedOverWithoutWaiting() {
        var show = world().aShow(9);
        var locked = world().anExpiredHold(show, 1);
        var other = world().anExpiredHold(show, 2);

        try (var _ = Rival.inTheMiddleOf(world(), () -> world().bookingLock().lock(locked.show(), locked.id()))) {
            assertThat(mark(10)).isEqualTo(1);
            assertThat(stored(other).status()).isEqualTo(BookingStatus.FAILED);
        }

        assertThat(mark(10)).isEqualTo(1);
    }

    @Test
    default void itWaitsForNobodyWhoHasTheSeatsAndLeavesTheSeatsAlone() {
        var show = world().aShow(9);
        var hold = world().anExpiredHold(show, 1);

        try (var _ = Rival.inTheMiddleOf(world(), () -> world().seatLock().await(show.id(), seats(1)))) {
            assertThat(mark(10)).isEqualTo(1);
        }

        assertThat(world().inTransaction(() -> world().seatLock().take(show.id(), seats(1)))
                        .seats())
                .extracting(Seat::booking)
                .containsExactly(hold.id());
    }

    private int mark(int limit) {
        return world().inTransaction(() -> world().expiredHolds().mark(limit));
    }

    private Booking stored(Booking booking) {
        return world().inTransaction(() -> world().bookingLock().lock(booking.show(), booking.id()))
                .orElseThrow();
    }
}
