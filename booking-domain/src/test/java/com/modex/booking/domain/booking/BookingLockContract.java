package com.modex.booking.domain.booking;

import static com.modex.booking.domain.Fixtures.newBookingId;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.Rival;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link BookingLock} keeps to. */
public interface BookingLockContract {
    BookingWorld world();

    @Test
    default void theBookingComesBackAsItIsStored() {
        var hold = world().anExpiredHold(world().aShow(3), 1, 2);

        assertThat(lock(hold)).get().usingRecursiveComparison().isEqualTo(hold);
    }

    @Test
    default void aBookingThatWasNeverMadeIsNotFound() {
        var show = world().aShow(3);
        world().aHold(show, 1);

        assertThat(world().inTransaction(() -> world().bookingLock().lock(show.id(), newBookingId())))
                .isEmpty();
    }

    @Test
    default void aBookingOfAnotherShowIsNotFound() {
        var hold = world().aHold(world().aShow(3), 1);
        var other = world().aShow(3);

        assertThat(world().inTransaction(() -> world().bookingLock().lock(other.id(), hold.id())))
                .isEmpty();
    }

    @Test
    default void itWaitsUntilTheRivalEndsAndSeesWhatItStored() {
        var hold = world().aHold(world().aShow(3), 1);

        try (var rival = Rival.inTheMiddleOf(world(), () -> {
            world().amend(hold.confirm(world().now()));
        })) {
            assertThat(rival.holdsUp(() -> lock(hold)))
                    .get()
                    .extracting(Booking::status)
                    .isEqualTo(BookingStatus.CONFIRMED);
        }
    }

    private Optional<Booking> lock(Booking booking) {
        return world().inTransaction(() -> world().bookingLock().lock(booking.show(), booking.id()));
    }
}
