package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.seat.BoxOffice.Cancellation;
import com.modex.booking.domain.show.Show;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CancellingAPartTest {
    private final Show show = show(10, NOON);
    private final Booking booking = Booking.confirmed(newBookingId(), show.id(), ALICE, selection(1, 2, 3), NOON);

    @Test
    void thePartIsFreeAndTheRestIsKept() {
        Cancellation.Cancelled cancelled = cancel(booking, 1, 3);

        assertThat(cancelled.booking().seats()).isEqualTo(selection(2));
        assertThat(cancelled.booking().cancelledSeats()).containsExactly(seat(1), seat(3));
        assertThat(cancelled.booking().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(cancelled.booking().cancelledAt()).isNull();
        assertThat(cancelled.seats()).extracting(Seat::number).containsExactly(seat(1), seat(3));
        assertThat(cancelled.seats()).allMatch(free -> free.isFreeAt(NOON));
    }

    @Test
    void thePartOfAHoldLeavesItsExpiryAsItIs() {
        var hold = Booking.hold(
                newBookingId(),
                show.id(),
                ALICE,
                selection(1, 2, 3),
                show.terms().holdTime(),
                NOON);

        Booking rest = cancel(hold, 1).booking();

        assertThat(rest.status()).isEqualTo(BookingStatus.PENDING);
        assertThat(rest.expiresAt()).isEqualTo(hold.expiresAt());
    }

    @Test
    void aPartThatWasGivenBackBeforeChangesNothing() {
        Booking rest = cancel(booking, 1).booking();

        assertThat(cancel(rest, 1)).isEqualTo(new Cancellation.Cancelled(rest, List.of()));
    }

    @Test
    void ofAPartThatWasGivenBackInPartTheRestIsGivenBack() {
        Booking rest = cancel(cancel(booking, 1).booking(), 1, 2).booking();

        assertThat(rest.seats()).isEqualTo(selection(3));
        assertThat(rest.cancelledSeats()).containsExactly(seat(1), seat(2));
    }

    @Test
    void withTheLastSeatTheBookingIsCancelledAndKeepsItOnRecord() {
        Booking rest = cancel(booking, 1).booking();

        Booking cancelled = cancel(rest, 2, 3).booking();

        assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(cancelled.cancelledAt()).isEqualTo(NOON);
        assertThat(cancelled.seats()).isEqualTo(selection(2, 3));
        assertThat(cancelled.cancelledSeats()).containsExactly(seat(1));
    }

    @Test
    void seatsThatWereNeverTheBookingsAreNamedAndNothingIsGivenBack() {
        assertThat(BoxOffice.cancel(booking, selection(3, 4, 11), locked()))
                .isEqualTo(new Cancellation.UnknownSeats(seats(4, 11)));
        assertThat(BoxOffice.cancel(booking.cancel(NOON), selection(4), locked()))
                .isEqualTo(new Cancellation.UnknownSeats(seats(4)));
    }

    private Cancellation.Cancelled cancel(Booking given, int... part) {
        return assertThat(BoxOffice.cancel(given, selection(part), locked()))
                .asInstanceOf(InstanceOfAssertFactories.type(Cancellation.Cancelled.class))
                .actual();
    }

    private LockedSeats locked() {
        return Box.locked(
                show,
                NOON,
                Seat.free(show.id(), seat(1)).givenTo(booking),
                Seat.free(show.id(), seat(2)).givenTo(booking),
                Seat.free(show.id(), seat(3)).givenTo(booking));
    }
}
