package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.changed;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.selection;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.seat.BoxOffice.Confirmation;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowStatus;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ConfirmingLateTest {
    private static final Instant TOO_LATE = NOON.plusSeconds(60);

    private final Show show = show(10, NOON);
    private final Booking hold =
            Booking.hold(newBookingId(), show.id(), ALICE, selection(1, 2), new HoldTime(60), NOON);
    private final Booking runOut = hold.asOf(TOO_LATE);
    private final Seat ownFirst = Seat.free(show.id(), seat(1)).givenTo(hold);
    private final Seat ownSecond = Seat.free(show.id(), seat(2)).givenTo(hold);

    @Test
    void itIsConfirmedWhileItsSeatsStillNameIt() {
        Confirmation.Confirmed confirmed = confirmed(Box.locked(show, TOO_LATE, ownFirst, ownSecond));

        assertThat(confirmed.booking().status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(confirmed.booking().failureReason()).isNull();
        assertThat(confirmed.booking().confirmedAt()).isEqualTo(TOO_LATE);
        assertThat(confirmed.seats()).hasSize(2).allMatch(sold -> sold.statusAt(TOO_LATE) == SeatStatus.BOOKED);
    }

    @Test
    void itIsConfirmedWhileItsSeatsAreFreeThoughOthersHadThemSince() {
        Seat givenBack = Seat.free(show.id(), seat(1));
        Seat heldSince = Seat.restore(show.id(), seat(2), newBookingId(), TOO_LATE, false);

        assertThat(confirmed(Box.locked(show, TOO_LATE, givenBack, heldSince)).seats())
                .hasSize(2)
                .allMatch(sold -> sold.names(hold.id()));
    }

    @Test
    void aSeatThatARivalTookMakesItExpiredNamingJustThatSeat() {
        Seat rivals = Seat.restore(show.id(), seat(2), newBookingId(), null, false);

        assertThat(BoxOffice.confirmLate(show, runOut, Box.locked(show, TOO_LATE, ownFirst, rivals), 0))
                .isEqualTo(new Confirmation.Expired(List.of(new UnavailableSeat(seat(2), Reason.BOOKED))));
    }

    @Test
    void everySeatThatIsGoneIsNamedWithItsReason() {
        Seat blocked = Seat.restore(show.id(), seat(1), null, null, true);
        Seat held = Seat.restore(show.id(), seat(2), newBookingId(), TOO_LATE.plusSeconds(1), false);

        assertThat(BoxOffice.confirmLate(show, runOut, Box.locked(show, TOO_LATE, blocked, held), 0))
                .isEqualTo(new Confirmation.Expired(List.of(
                        new UnavailableSeat(seat(1), Reason.BLOCKED), new UnavailableSeat(seat(2), Reason.HELD))));
    }

    @Test
    void aSeatThatStillNamesItIsItsOwnThoughTheClockSaysOtherwise() {
        Seat stillHeld = Seat.restore(show.id(), seat(1), hold.id(), TOO_LATE.plusSeconds(5), false);

        assertThat(confirmed(Box.locked(show, TOO_LATE, stillHeld, ownSecond)).seats())
                .hasSize(2);
    }

    @Test
    void nothingIsConfirmedOfACancelledShow() {
        assertThat(BoxOffice.confirmLate(
                        changed(show, ShowStatus.CANCELLED, 2),
                        runOut,
                        Box.locked(show, TOO_LATE, ownFirst, ownSecond),
                        0))
                .isEqualTo(new Confirmation.ShowCancelled());
    }

    @Test
    void theSalesWindowDoesNotCount() {
        Instant afterTheStart = show.startTime().plusSeconds(1);

        assertThat(confirmed(Box.locked(show, afterTheStart, ownFirst, ownSecond))
                        .seats())
                .hasSize(2);
    }

    @Test
    void onlyWhatHasRunOutIsConfirmedLate() {
        LockedSeats locked = Box.locked(show, NOON, ownFirst, ownSecond);

        assertThatThrownBy(() -> BoxOffice.confirmLate(show, hold, locked, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Confirmation.Confirmed confirmed(LockedSeats locked) {
        return assertThat(BoxOffice.confirmLate(show, runOut, locked, 0))
                .asInstanceOf(InstanceOfAssertFactories.type(Confirmation.Confirmed.class))
                .actual();
    }
}
