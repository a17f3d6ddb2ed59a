package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.selection;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.seat.BoxOffice.Confirmation;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.Show;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ConfirmingAHoldTest {
    private static final Instant LATER = NOON.plusSeconds(30);

    private final Show show = show(10, NOON);
    private final Booking hold =
            Booking.hold(newBookingId(), show.id(), ALICE, selection(1, 2), new HoldTime(60), NOON);
    private final LockedSeats locked = Box.locked(
            show,
            LATER,
            Seat.free(show.id(), seat(1)).givenTo(hold),
            Seat.free(show.id(), seat(2)).givenTo(hold));

    @Test
    void itsSeatsAreSoldForGood() {
        var confirmed = assertThat(BoxOffice.confirm(hold, locked))
                .asInstanceOf(InstanceOfAssertFactories.type(Confirmation.Confirmed.class))
                .actual();

        assertThat(confirmed.booking().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(confirmed.booking().confirmedAt()).isEqualTo(LATER);
        assertThat(confirmed.seats()).extracting(Seat::number).containsExactly(seat(1), seat(2));
        assertThat(confirmed.seats())
                .allMatch(sold -> sold.names(hold.id()) && sold.statusAt(LATER) == SeatStatus.BOOKED);
    }

    @Test
    void aClockThatIsSetBackSellsNoSeatASecondTime() {
        Booking rival = Booking.confirmed(newBookingId(), show.id(), BOB, selection(2), NOON.plusSeconds(61));
        LockedSeats takenSince = Box.locked(
                show,
                LATER,
                Seat.free(show.id(), seat(1)).givenTo(hold),
                Seat.free(show.id(), seat(2)).givenTo(rival));

        assertThat(BoxOffice.confirm(hold.asOf(LATER), takenSince))
                .isEqualTo(
                        new Confirmation.Expired(List.of(new UnavailableSeat(seat(2), UnavailableSeat.Reason.BOOKED))));
    }

    @Test
    void aConfirmedBookingStaysAsItIs() {
        Booking confirmed = hold.confirm(NOON);

        assertThat(BoxOffice.confirm(confirmed, locked)).isEqualTo(new Confirmation.Confirmed(confirmed, List.of()));
    }

    @Test
    void aCancelledBookingIsNotConfirmed() {
        assertThat(BoxOffice.confirm(hold.cancel(NOON), locked)).isEqualTo(new Confirmation.AlreadyCancelled());
    }

    @Test
    void oneThatHasRunOutIsNotConfirmedWithoutItsShow() {
        Booking runOut = hold.asOf(NOON.plusSeconds(60));

        assertThatThrownBy(() -> BoxOffice.confirm(runOut, locked)).isInstanceOf(IllegalArgumentException.class);
    }
}
