package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.selection;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.seat.BoxOffice.Extension;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.Show;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ExtendingAHoldTest {
    private static final HoldTime MINUTE = new HoldTime(60);

    private final Show show = show(10, new SalesTerms(SalesTerms.DEFAULT.window(), MINUTE, null), NOON);
    private final Booking hold = Booking.hold(newBookingId(), show.id(), ALICE, selection(1, 2), MINUTE, NOON);

    @Test
    void itEndsAHoldTimeFromNow() {
        Instant now = NOON.plusSeconds(59);

        Extension.Extended extended = extended(hold, now);

        assertThat(extended.booking().status()).isEqualTo(BookingStatus.PENDING);
        assertThat(extended.booking().expiresAt()).isEqualTo(now.plusSeconds(60));
        assertThat(extended.seats()).extracting(Seat::number).containsExactly(seat(1), seat(2));
        assertThat(extended.seats()).allMatch(held -> now.plusSeconds(60).equals(held.heldUntil()));
    }

    @Test
    void itIsExtendedAgainUntilFiveHoldTimesAfterItWasMade() {
        Booking latest = extended(hold.extendTo(NOON.plusSeconds(241)), NOON.plusSeconds(240))
                .booking();

        assertThat(latest.expiresAt()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void anExtensionBeyondThatIsRefused() {
        var late = hold.extendTo(NOON.plusSeconds(300));

        assertThat(extend(late, NOON.plusSeconds(240).plusNanos(1))).isEqualTo(new Extension.LimitReached());
    }

    @Test
    void aHoldThatEndsLaterAnywayIsNotCutShort() {
        var longer = hold.extendTo(NOON.plusSeconds(200));

        assertThat(extended(longer, NOON.plusSeconds(1)).booking().expiresAt()).isEqualTo(NOON.plusSeconds(200));
    }

    @Test
    void aHoldThatHasRunOutIsNotExtendedEvenIfItsSeatsAreFree() {
        Instant tooLate = NOON.plusSeconds(60);

        assertThat(extend(hold.asOf(tooLate), tooLate)).isEqualTo(new Extension.Expired(List.of()));
    }

    @Test
    void ofAHoldThatHasRunOutTheSeatsThatOthersHaveByNowAreNamed() {
        Instant tooLate = NOON.plusSeconds(60);
        var rivals = Seat.restore(show.id(), seat(2), newBookingId(), null, false);
        LockedSeats locked =
                Box.locked(show, tooLate, Seat.free(show.id(), seat(1)).givenTo(hold), rivals);

        assertThat(BoxOffice.extend(show, hold.asOf(tooLate), locked))
                .isEqualTo(new Extension.Expired(List.of(new UnavailableSeat(seat(2), Reason.BOOKED))));
    }

    @Test
    void aClockThatIsSetBackGivesNoSeatAwayASecondTime() {
        var rivals = Seat.restore(show.id(), seat(2), newBookingId(), null, false);
        LockedSeats locked =
                Box.locked(show, NOON, Seat.free(show.id(), seat(1)).givenTo(hold), rivals);

        assertThat(BoxOffice.extend(show, hold, locked))
                .isEqualTo(new Extension.Expired(List.of(new UnavailableSeat(seat(2), Reason.BOOKED))));
    }

    @Test
    void aConfirmedBookingIsNoHold() {
        assertThat(extend(hold.confirm(NOON), NOON)).isEqualTo(new Extension.NotPending());
    }

    @Test
    void aCancelledBookingIsNoHold() {
        assertThat(extend(hold.cancel(NOON), NOON)).isEqualTo(new Extension.AlreadyCancelled());
    }

    private Extension.Extended extended(Booking booking, Instant now) {
        return assertThat(extend(booking, now))
                .asInstanceOf(InstanceOfAssertFactories.type(Extension.Extended.class))
                .actual();
    }

    private Extension extend(Booking booking, Instant now) {
        return BoxOffice.extend(
                show,
                booking,
                Box.locked(
                        show,
                        now,
                        Seat.free(show.id(), seat(1)).givenTo(hold),
                        Seat.free(show.id(), seat(2)).givenTo(hold)));
    }
}
