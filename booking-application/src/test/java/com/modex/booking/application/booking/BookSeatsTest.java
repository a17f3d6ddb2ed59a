package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.changed;
import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.Sales;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowStatus;
import com.modex.booking.domain.show.Shows;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class BookSeatsTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final BookSeats bookSeats = Cases.useCases(world).bookSeats();
    private final Show show = world.aShow(3);

    @Test
    void seatsAreBookedAndStored() {
        BookingDetails booking = booked(command(true, 1, 3));

        assertThat(booking.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(booking.seats()).containsExactly(1, 3);
        assertThat(booking.userId()).isEqualTo("alice");
        assertThat(booking.showId()).isEqualTo(show.id());
        assertThat(Cases.stored(world, booking.id())).isEqualTo(booking);
        assertThat(Cases.statuses(world, show.id()))
                .containsExactly(SeatStatus.BOOKED, SeatStatus.AVAILABLE, SeatStatus.BOOKED);
    }

    @Test
    void seatsAreHeldForTheHoldTime() {
        BookingDetails booking = booked(command(false, 2));

        assertThat(booking.status()).isEqualTo(BookingStatus.PENDING);
        assertThat(booking.expiresAt())
                .isEqualTo(world.now().plus(show.terms().holdTime().duration()));
        assertThat(Cases.stored(world, booking.id())).isEqualTo(booking);
        assertThat(Cases.statuses(world, show.id()))
                .containsExactly(SeatStatus.AVAILABLE, SeatStatus.HELD, SeatStatus.AVAILABLE);

        world.advance(show.terms().holdTime().duration());
        assertThat(Cases.statuses(world, show.id())).containsOnly(SeatStatus.AVAILABLE);
        assertThat(Cases.stored(world, booking.id()).status()).isEqualTo(BookingStatus.FAILED);
    }

    @Test
    void allAreRefusedIfOneIsTaken() {
        booked(new BookSeats.Command(show.id(), BOB, named(2), true, null));

        assertThat(bookSeats.book(command(true, 1, 2))).isEqualTo(refused(2, Reason.BOOKED, List.of(selection(1, 3))));
        assertNothingOfAlices();
        assertThat(Cases.statuses(world, show.id()))
                .containsExactly(SeatStatus.AVAILABLE, SeatStatus.BOOKED, SeatStatus.AVAILABLE);
    }

    @Test
    void aSeatThatSomebodyIsTakingIsContestedAtOnce() {
        try (var _ = Rival.inTheMiddleOf(world, () -> world.seatLock().take(show.id(), seats(2)))) {
            assertThat(bookSeats.book(command(true, 1, 2)))
                    .isEqualTo(refused(2, Reason.CONTESTED, List.of(selection(1, 3))));
        }
        assertNothingOfAlices();
    }

    @Test
    void seatsOfARefusalAreNotKeptLocked() {
        assertThat(bookSeats.book(command(true, 1, 9))).isEqualTo(new BookSeats.Result.UnknownSeats(seats(9)));

        assertThat(booked(command(true, 1)).seats()).containsExactly(1);
    }

    @Test
    void aShowThatDoesNotExistIsNotFound() {
        assertThat(bookSeats.book(new BookSeats.Command(newShowId(), ALICE, named(1), true, null)))
                .isEqualTo(new BookSeats.Result.ShowNotFound());
    }

    @Test
    void aCancelledShowIsNotOnSale() {
        world.doInTransaction(() -> world.write(changed(show, ShowStatus.CANCELLED, 2)));

        assertThat(bookSeats.book(command(true, 1))).isEqualTo(new BookSeats.Result.NotOnSale(Sales.SHOW_CANCELLED));
        assertNothingOfAlices();
    }

    @Test
    void itIsDecidedAgainIfTheShowIsCancelledBeforeTheBookingIsWritten() {
        var toCancel = new AtomicBoolean(true);
        var useCases = Cases.useCases(world, findingThenCancelling(toCancel), world.seatMaps());

        assertThat(useCases.bookSeats().book(command(true, 1)))
                .isEqualTo(new BookSeats.Result.NotOnSale(Sales.SHOW_CANCELLED));
        assertNothingOfAlices();
        assertThat(Cases.statuses(world, show.id())).containsOnly(SeatStatus.AVAILABLE);
    }

    /** Shows whose owner cancels the show just after it was read for the first time. */
    private Shows findingThenCancelling(AtomicBoolean toCancel) {
        return new ReadingShows(world.shows(), () -> {
            if (toCancel.compareAndSet(true, false)) {
                Rival.inTheMiddleOf(world, () -> world.write(changed(show, ShowStatus.CANCELLED, 2)))
                        .end();
            }
        });
    }

    private static SeatWish named(int... seats) {
        return new SeatWish.Named(selection(seats));
    }

    private BookSeats.Command command(boolean confirm, int... seats) {
        return new BookSeats.Command(show.id(), ALICE, named(seats), confirm, null);
    }

    private BookingDetails booked(BookSeats.Command command) {
        return assertThat(bookSeats.book(command))
                .asInstanceOf(InstanceOfAssertFactories.type(BookSeats.Result.Booked.class))
                .actual()
                .booking();
    }

    private static BookSeats.Result refused(int number, Reason reason, List<SeatSelection> alternatives) {
        return new BookSeats.Result.Refused(List.of(new UnavailableSeat(seat(number), reason)), alternatives);
    }

    private void assertNothingOfAlices() {
        assertThat(world.bookings().list(new BookingQuery(ALICE, null, null, 10)))
                .isEmpty();
    }
}
