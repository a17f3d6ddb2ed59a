package com.modex.booking.application.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.show.Show;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpireHoldsTest {
    private final InMemoryWorld world = new InMemoryWorld();

    @Test
    void everyHoldThatIsDueIsMarkedAndNoOther() {
        Show show = world.aShow(3);
        Booking due = world.anExpiredHold(show, 1);
        Booking running = world.aHold(show, 2);

        assertThat(expire(world.expiredHolds())).isEqualTo(1);
        assertThat(expire(world.expiredHolds())).isZero();

        assertThat(stored(due)).isEqualTo(BookingStatus.FAILED);
        assertThat(stored(running)).isEqualTo(BookingStatus.PENDING);
    }

    @Test
    void itGoesOnInTransactionsOfTheirOwnUntilABatchIsNotFull() {
        var limits = new ArrayList<Integer>();
        var batches = new ArrayList<>(List.of(500, 500, 7, 500));

        int marked = expire(limit -> {
            limits.add(limit);
            return batches.removeFirst();
        });

        assertThat(marked).isEqualTo(1_007);
        assertThat(limits).containsExactly(500, 500, 500);
    }

    private int expire(ExpiredHolds expiredHolds) {
        return Cases.useCases(world, world.shows(), world.seatMaps(), expiredHolds)
                .expireHolds()
                .expire();
    }

    private BookingStatus stored(Booking booking) {
        return world.inTransaction(() -> world.bookingLock().lock(booking.show(), booking.id()))
                .orElseThrow()
                .status();
    }
}
