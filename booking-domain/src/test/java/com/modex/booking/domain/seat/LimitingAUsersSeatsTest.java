package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.selection;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BuyersSeats;
import com.modex.booking.domain.seat.BoxOffice.Confirmation;
import com.modex.booking.domain.seat.BoxOffice.Sale;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.Show;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LimitingAUsersSeatsTest {
    private static final SeatLimit THREE = new SeatLimit(3);
    private static final Instant TOO_LATE = NOON.plusSeconds(60);

    private final Show limited = show(10, new SalesTerms(SalesTerms.DEFAULT.window(), new HoldTime(60), THREE), NOON);
    private final Booking hold =
            Booking.hold(newBookingId(), limited.id(), ALICE, selection(1, 2), new HoldTime(60), NOON);

    @Test
    void asManySeatsAsTheLimitAreSold() {
        assertThat(sell(limited, 0, 1, 2, 3)).isInstanceOf(Sale.Sold.class);
        assertThat(sell(limited, 1, 1, 2)).isInstanceOf(Sale.Sold.class);
    }

    @Test
    void seatsBeyondTheLimitAreNot() {
        assertThat(sell(limited, 0, 1, 2, 3, 4)).isEqualTo(new Sale.LimitExceeded(THREE, 0));
        assertThat(sell(limited, 2, 1, 2)).isEqualTo(new Sale.LimitExceeded(THREE, 2));
        assertThat(sell(limited, 3, 1)).isEqualTo(new Sale.LimitExceeded(THREE, 3));
    }

    @Test
    void theLimitIsNamedBeforeTheSeats() {
        var booked = Seat.restore(limited.id(), seat(1), newBookingId(), null, false);

        assertThat(BoxOffice.sell(
                        limited, Box.request(true, 1), Box.locked(limited, NOON, booked), has(3), Box.HOLD_LIMIT))
                .isEqualTo(new Sale.LimitExceeded(THREE, 3));
    }

    @Test
    void withoutALimitAUserMayHaveAll() {
        assertThat(sell(show(10, NOON), 1_000, 1, 2, 3)).isInstanceOf(Sale.Sold.class);
    }

    @Test
    void seatsAreCountedForEveryHoldAndWhereThereIsALimit() {
        assertThat(BoxOffice.countsSeats(limited, true)).isTrue();
        assertThat(BoxOffice.countsSeats(limited, false)).isTrue();
        assertThat(BoxOffice.countsSeats(show(10, NOON), false)).isTrue();
        assertThat(BoxOffice.countsSeats(show(10, NOON), true)).isFalse();
    }

    @Test
    void aHoldThatHasRunOutCountsAgainstTheLimitAnew() {
        assertThat(confirmLate(1)).isInstanceOf(Confirmation.Confirmed.class);
        assertThat(confirmLate(2)).isEqualTo(new Confirmation.LimitExceeded(THREE, 2));
    }

    private static Sale sell(Show show, int seatsSoFar, int... seats) {
        return BoxOffice.sell(show, Box.request(true, seats), Box.locked(show, NOON), has(seatsSoFar), Box.HOLD_LIMIT);
    }

    private static BuyersSeats has(int seats) {
        return new BuyersSeats(seats, 0);
    }

    private Confirmation confirmLate(int seatsSoFar) {
        LockedSeats locked = Box.locked(
                limited,
                TOO_LATE,
                Seat.free(limited.id(), seat(1)).givenTo(hold),
                Seat.free(limited.id(), seat(2)).givenTo(hold));
        return BoxOffice.confirmLate(limited, hold.asOf(TOO_LATE), locked, seatsSoFar);
    }
}
