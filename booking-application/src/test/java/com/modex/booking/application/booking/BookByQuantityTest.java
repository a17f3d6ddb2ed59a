package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.seat.Availability;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class BookByQuantityTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final BookSeats bookSeats = Cases.useCases(world).bookSeats();
    /** Two rows: seats 1 to 10, and 11 to 15. */
    private final Show show = world.aShow(15);

    @Test
    void theBestSeatsAreBooked() {
        assertThat(booked(2).seats()).containsExactly(5, 6);
        assertThat(booked(2).seats()).containsExactly(3, 4);
    }

    @Test
    void aChoiceOfWhichSomebodyIsTakingASeatIsPassedByWithoutAPause() {
        Instant before = world.now();

        try (var _ = Rival.inTheMiddleOf(world, () -> world.seatLock().take(show.id(), seats(5)))) {
            assertThat(booked(4).seats()).containsExactly(11, 12, 13, 14);
        }
        assertThat(world.now()).isEqualTo(before);
    }

    @Test
    void itChoosesAgainWhenARivalBookedTheChoiceJustBefore() {
        var reads = new AtomicInteger();
        var useCases = Cases.useCases(world, world.shows(), readingThen(() -> {
            if (reads.incrementAndGet() == 1) {
                Rival.inTheMiddleOf(world, () -> {
                            var locked = world.seatLock().take(show.id(), seats(5, 6));
                            locked.apply(List.of(Seat.restore(show.id(), seat(5), newBookingId(), null, false)));
                            world.seatLock().store(locked);
                        })
                        .end();
            }
        }));

        var booking = assertThat(useCases.bookSeats().book(command(2, false)))
                .asInstanceOf(InstanceOfAssertFactories.type(BookSeats.Result.Booked.class))
                .actual()
                .booking();

        assertThat(booking.seats()).containsExactly(6, 7);
    }

    @Test
    void whileRivalsMerelyHoldLocksItLooksForTwoSecondsAndThenNamesThemContested() {
        Instant before = world.now();

        try (var _ = Rival.inTheMiddleOf(
                world,
                () -> world.seatLock()
                        .take(show.id(), seats(IntStream.rangeClosed(1, 15).toArray())))) {
            var refused = assertThat(bookSeats.book(command(15, true)))
                    .asInstanceOf(InstanceOfAssertFactories.type(BookSeats.Result.Refused.class))
                    .actual();

            assertThat(refused.seats()).hasSize(15).allMatch(unavailable -> unavailable.reason() == Reason.CONTESTED);
            assertThat(refused.alternatives()).isEmpty();
        }
        assertThat(world.now()).isBetween(before.plusSeconds(2), before.plusSeconds(3));
        assertThat(booked(8).seats()).hasSize(8);
    }

    @Test
    void theTwoSecondsAreThoseOfAllItsLooksTogether() {
        var looks = new AtomicInteger();
        var slow = Cases.useCases(world, world.shows(), readingThen(() -> {
            looks.incrementAndGet();
            world.advance(Duration.ofMillis(500));
        }));

        try (var _ = Rival.inTheMiddleOf(
                world,
                () -> world.seatLock()
                        .take(show.id(), seats(IntStream.rangeClosed(1, 15).toArray())))) {
            assertThat(slow.bookSeats().book(command(1, false))).isInstanceOf(BookSeats.Result.Refused.class);
        }
        // Five of its own, and one for alternatives; there would be a seat more to try for each of fifteen.
        assertThat(looks).hasValue(6);
    }

    @Test
    void whereThereAreNotEnoughSideBySideThoseApartAreOffered() {
        world.aConfirmedBooking(show, 3, 6, 9);

        assertThat(bookSeats.book(command(6, false)))
                .isEqualTo(new BookSeats.Result.NotEnoughSeats(
                        List.of(selection(1, 2, 4, 5, 7, 8), selection(10, 11, 12, 13, 14, 15))))
                .satisfies(_ -> assertThat(world.bookings().list(new BookingQuery(ALICE, null, null, 10)))
                        .hasSize(1));
    }

    @Test
    void whereThereAreNotEnoughAtAllNothingIsOffered() {
        assertThat(bookSeats.book(command(16, true))).isEqualTo(new BookSeats.Result.NotEnoughSeats(List.of()));
    }

    @Test
    void theyAreSplitOnlyIfTheBuyerAllowsIt() {
        assertThat(bookSeats.book(command(11, false))).isInstanceOf(BookSeats.Result.NotEnoughSeats.class);
        assertThat(bookSeats.book(command(11, true))).isInstanceOf(BookSeats.Result.Booked.class);
    }

    @Test
    void atMostAHundredAreBookedAtOnce() {
        assertThatThrownBy(() -> new SeatWish.Best(101, true)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new SeatWish.Best(0, true)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aNamedSeatThatIsTakenIsRefusedWithUpToThreeAlternativesThatAreAllToBeHad() {
        world.aConfirmedBooking(show, 5);

        var refused = assertThat(bookSeats.book(
                        new BookSeats.Command(show.id(), ALICE, new SeatWish.Named(selection(4, 5)), true, null)))
                .asInstanceOf(InstanceOfAssertFactories.type(BookSeats.Result.Refused.class))
                .actual();

        assertThat(refused.seats()).containsExactly(new UnavailableSeat(seat(5), Reason.BOOKED));
        assertThat(refused.alternatives()).hasSize(3).first().isEqualTo(selection(6, 7));
        assertThat(refused.alternatives())
                .allSatisfy(alternative -> assertThat(bookSeats.book(
                                new BookSeats.Command(show.id(), ALICE, new SeatWish.Named(alternative), true, null)))
                        .isInstanceOf(BookSeats.Result.Booked.class));
    }

    private BookingDetails booked(int quantity) {
        return assertThat(bookSeats.book(command(quantity, false)))
                .asInstanceOf(InstanceOfAssertFactories.type(BookSeats.Result.Booked.class))
                .actual()
                .booking();
    }

    private BookSeats.Command command(int quantity, boolean allowSplit) {
        return new BookSeats.Command(show.id(), ALICE, new SeatWish.Best(quantity, allowSplit), true, null);
    }

    /** Seat maps during whose reading something happens. */
    private SeatMaps readingThen(Runnable meanwhile) {
        return new SeatMaps() {
            @Override
            public SeatMap of(ShowId id) {
                return world.seatMaps().of(id);
            }

            @Override
            public Availability availability(ShowId id) {
                return world.seatMaps().availability(id);
            }

            @Override
            public FreeSeats free(ShowId id) {
                FreeSeats free = world.seatMaps().free(id);
                meanwhile.run();
                return free;
            }
        };
    }
}
