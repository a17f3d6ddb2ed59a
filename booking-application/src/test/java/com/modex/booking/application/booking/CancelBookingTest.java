package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.Show;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CancelBookingTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final BookingUseCases useCases = Cases.useCases(world);
    private final CancelBooking cancelBooking = useCases.cancelBooking();
    private final Show show = world.aShow(3);

    @Test
    void theSeatsOfAConfirmedBookingAreFreeAtOnce() {
        assertCancels(world.aConfirmedBooking(show, 1, 2));
    }

    @Test
    void theSeatsOfAHoldAreFreeAtOnce() {
        assertCancels(world.aHold(show, 1, 2));
    }

    @Test
    void somebodyElseCanBookThemThen() {
        Booking booking = world.aConfirmedBooking(show, 1);

        BookingDetails cancelled = cancelled(booking);

        assertThat(cancelled.seats()).containsExactly(1);
        assertThat(useCases.bookSeats()
                        .book(new BookSeats.Command(show.id(), BOB, new SeatWish.Named(selection(1)), true, null)))
                .isInstanceOf(BookSeats.Result.Booked.class);
    }

    @Test
    void cancellingAgainChangesNothing() {
        Booking booking = world.aConfirmedBooking(show, 1);
        BookingDetails first = cancelled(booking);
        world.advance(Duration.ofSeconds(5));
        world.add(show, Booking.confirmed(newBookingId(), show.id(), BOB, selection(1), world.now()));

        assertThat(cancelled(booking)).isEqualTo(first);
        assertThat(Cases.statuses(world, show.id())).startsWith(SeatStatus.BOOKED);
    }

    @Test
    void aPartIsGivenBackAndStored() {
        Booking booking = world.aConfirmedBooking(show, 1, 2);

        assertThat(cancelBooking.cancel(new CancelBooking.Command(booking.id(), ALICE, selection(2))))
                .isEqualTo(new CancelBooking.Result.Cancelled(Cases.stored(world, booking.id())));

        assertThat(Cases.stored(world, booking.id()).seats()).containsExactly(1);
        assertThat(Cases.stored(world, booking.id()).cancelledSeats()).containsExactly(2);
        assertThat(Cases.statuses(world, show.id()))
                .containsExactly(SeatStatus.BOOKED, SeatStatus.AVAILABLE, SeatStatus.AVAILABLE);
    }

    @Test
    void aSeatThatWasNeverTheBookingsIsNamedAndNothingIsGivenBack() {
        Booking booking = world.aConfirmedBooking(show, 1, 2);

        assertThat(cancelBooking.cancel(new CancelBooking.Command(booking.id(), ALICE, selection(2, 3))))
                .isEqualTo(new CancelBooking.Result.UnknownSeats(seats(3)));
        assertThat(Cases.stored(world, booking.id()).seats()).containsExactly(1, 2);
    }

    @Test
    void aHoldThatRanOutStaysFailed() {
        Booking hold = world.anExpiredHold(show, 1);

        assertThat(cancelled(hold).status()).isEqualTo(BookingStatus.FAILED);
        assertThat(Cases.stored(world, hold.id()).status()).isEqualTo(BookingStatus.FAILED);
    }

    @Test
    void somebodyElsesBookingIsNotFound() {
        Booking booking = world.aConfirmedBooking(show, 1);

        assertThat(cancelBooking.cancel(new CancelBooking.Command(booking.id(), BOB, null)))
                .isEqualTo(new CancelBooking.Result.NotFound());
        assertThat(Cases.stored(world, booking.id()).status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(Cases.statuses(world, show.id())).startsWith(SeatStatus.BOOKED);
    }

    @Test
    void aBookingThatDoesNotExistIsNotFound() {
        assertThat(cancelBooking.cancel(new CancelBooking.Command(newBookingId(), ALICE, null)))
                .isEqualTo(new CancelBooking.Result.NotFound());
    }

    private void assertCancels(Booking booking) {
        BookingDetails cancelled = cancelled(booking);

        assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(cancelled.cancelledAt()).isEqualTo(world.now());
        assertThat(cancelled.seats()).containsExactly(1, 2);
        assertThat(Cases.stored(world, booking.id())).isEqualTo(cancelled);
        assertThat(Cases.statuses(world, show.id())).containsOnly(SeatStatus.AVAILABLE);
    }

    private BookingDetails cancelled(Booking booking) {
        return assertThat(cancelBooking.cancel(new CancelBooking.Command(booking.id(), ALICE, null)))
                .asInstanceOf(InstanceOfAssertFactories.type(CancelBooking.Result.Cancelled.class))
                .actual()
                .booking();
    }
}
