package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.Show;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ExtendHoldTest {
    private static final Duration HOLD_TIME = Duration.ofMinutes(2);

    private final InMemoryWorld world = new InMemoryWorld();
    private final BookingUseCases useCases = Cases.useCases(world);
    private final Show show = world.aShow(4);

    @Test
    void theHoldAndItsSeatsLastLonger() {
        BookingId hold = hold(1, 2);
        world.advance(Duration.ofSeconds(100));

        BookingDetails extended = assertThat(extend(hold))
                .asInstanceOf(InstanceOfAssertFactories.type(ExtendHold.Result.Extended.class))
                .actual()
                .booking();

        assertThat(extended.expiresAt()).isEqualTo(world.now().plus(HOLD_TIME));
        assertThat(Cases.stored(world, hold)).isEqualTo(extended);
        world.advance(HOLD_TIME.minusNanos(1));
        assertThat(Cases.statuses(world, show.id())).startsWith(SeatStatus.HELD, SeatStatus.HELD);
        world.advance(Duration.ofNanos(1));
        assertThat(Cases.statuses(world, show.id())).containsOnly(SeatStatus.AVAILABLE);
    }

    @Test
    void itIsExtendedUntilFiveHoldTimesAfterItWasMade() {
        BookingId hold = hold(1);
        for (int times = 1; times <= 4; times++) {
            world.advance(Duration.ofSeconds(119));
            assertThat(extend(hold)).isInstanceOf(ExtendHold.Result.Extended.class);
        }
        world.advance(Duration.ofSeconds(5));

        assertThat(extend(hold)).isEqualTo(new ExtendHold.Result.LimitReached());
    }

    @Test
    void aHoldThatRanOutHasExpiredAndAlternativesAreOffered() {
        Booking hold = world.anExpiredHold(show, 1, 2);
        world.add(show, Booking.confirmed(newBookingId(), show.id(), BOB, selection(2), world.now()));

        assertThat(extend(hold.id()))
                .isEqualTo(new ExtendHold.Result.Expired(
                        List.of(new UnavailableSeat(seat(2), Reason.BOOKED)), List.of(selection(3, 4))));
    }

    @Test
    void whatIsNoHoldIsNotExtended() {
        assertThat(extend(world.aConfirmedBooking(show, 1).id())).isEqualTo(new ExtendHold.Result.NotPending());
        BookingId cancelled = hold(2);
        useCases.cancelBooking().cancel(new CancelBooking.Command(cancelled, ALICE, null));
        assertThat(extend(cancelled)).isEqualTo(new ExtendHold.Result.AlreadyCancelled());
    }

    @Test
    void somebodyElsesHoldIsNotFound() {
        assertThat(useCases.extendHold().extend(new ExtendHold.Command(hold(1), BOB)))
                .isEqualTo(new ExtendHold.Result.NotFound());
        assertThat(extend(newBookingId())).isEqualTo(new ExtendHold.Result.NotFound());
    }

    private BookingId hold(int... seats) {
        return assertThat(useCases.bookSeats()
                        .book(new BookSeats.Command(
                                show.id(), ALICE, new SeatWish.Named(selection(seats)), false, null)))
                .asInstanceOf(InstanceOfAssertFactories.type(BookSeats.Result.Booked.class))
                .actual()
                .booking()
                .id();
    }

    private ExtendHold.Result extend(BookingId hold) {
        return useCases.extendHold().extend(new ExtendHold.Command(hold, ALICE));
    }
}
