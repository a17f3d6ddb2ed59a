package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.Rival;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SeatMaps} keeps to. */
public interface SeatMapsContract {
    BookingWorld world();

    @Test
    default void itHasEverySeatInOrderWithItsStatus() {
        var show = world().aShow(5);
        world().aHold(show, 2);
        world().aConfirmedBooking(show, 3);
        world().store(show.id(), Seat.restore(show.id(), seat(4), null, null, true));

        SeatMap map = world().seatMaps().of(show.id());
        assertThat(map.show()).isEqualTo(show.id());
        assertThat(map.seats())
                .containsExactly(
                        new SeatMap.Entry(seat(1), SeatStatus.AVAILABLE),
                        new SeatMap.Entry(seat(2), SeatStatus.HELD),
                        new SeatMap.Entry(seat(3), SeatStatus.BOOKED),
                        new SeatMap.Entry(seat(4), SeatStatus.BLOCKED),
                        new SeatMap.Entry(seat(5), SeatStatus.AVAILABLE));
    }

    @Test
    default void itSaysHowLongTheFirstOfItsHoldsLasts() {
        var show = world().aShow(4);
        world().anExpiredHold(show, 1);
        world().aConfirmedBooking(show, 2);
        assertThat(world().seatMaps().of(show.id()).firstHoldEndsIn())
                .as("a hold that has run out changes nothing any more")
                .isNull();

        world().aHold(show, 3);
        Instant sooner = world().now().plus(Duration.ofMinutes(10));
        world().store(show.id(), Seat.restore(show.id(), seat(4), newBookingId(), sooner, false));

        assertThat(world().seatMaps().of(show.id()).firstHoldEndsIn())
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    }

    @Test
    default void aSeatWhoseHoldHasRunOutIsAvailable() {
        var show = world().aShow(1);
        world().anExpiredHold(show, 1);

        assertThat(world().seatMaps().of(show.id()).seats())
                .containsExactly(new SeatMap.Entry(seat(1), SeatStatus.AVAILABLE));
    }

    @Test
    default void seatsAreCountedByTheirState() {
        var show = world().aShow(9);
        world().aHold(show, 2, 3, 4);
        world().aConfirmedBooking(show, 5, 6);
        world().anExpiredHold(show, 7);
        world().store(show.id(), Seat.restore(show.id(), seat(8), null, null, true));

        assertThat(world().seatMaps().availability(show.id())).isEqualTo(new Availability(show.id(), 3, 3, 2, 1));
    }

    @Test
    default void nothingIsCountedWhereThereIsNoSuchShow() {
        world().aShow(2);
        var unknown = newShowId();

        assertThat(world().seatMaps().availability(unknown)).isEqualTo(new Availability(unknown, 0, 0, 0, 0));
    }

    @Test
    default void seatsThatNobodyHasAndThatAreNotBlockedAreFree() {
        var show = world().aShow(9);
        world().aHold(show, 2, 3, 4);
        world().aConfirmedBooking(show, 5, 6);
        world().anExpiredHold(show, 7);
        world().store(show.id(), Seat.restore(show.id(), seat(8), null, null, true));

        assertThat(world().seatMaps().free(show.id())).isEqualTo(FreeSeats.of(seats(1, 7, 9)));
        assertThat(world().seatMaps().free(newShowId())).isEqualTo(FreeSeats.of(seats()));
    }

    @Test
    default void itHasNoSeatsWhereThereIsNoSuchShow() {
        var other = world().aShow(2);
        var unknown = newShowId();

        assertThat(world().seatMaps().of(unknown).seats()).isEmpty();
        assertThat(world().seatMaps().of(other.id()).seats()).hasSize(2);
    }

    @Test
    default void itWaitsForNobodyWhoHasSeatsLocked() {
        var show = world().aShow(2);

        try (var _ = Rival.inTheMiddleOf(world(), () -> world().seatLock().await(show.id(), seats(1, 2)))) {
            assertThat(world().seatMaps().of(show.id()).seats()).hasSize(2);
            assertThat(world().seatMaps().availability(show.id()).available()).isEqualTo(2);
            assertThat(world().seatMaps().free(show.id())).isEqualTo(FreeSeats.of(seats(1, 2)));
        }
    }
}
