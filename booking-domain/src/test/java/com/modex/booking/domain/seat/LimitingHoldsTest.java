package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.booking.BuyersSeats;
import com.modex.booking.domain.booking.HoldLimit;
import com.modex.booking.domain.seat.BoxOffice.Sale;
import com.modex.booking.domain.show.Show;
import org.junit.jupiter.api.Test;

class LimitingHoldsTest {
    private static final HoldLimit FOUR = new HoldLimit(4);

    private final Show show = show(10, NOON);

    @Test
    void asManySeatsAsTheLimitAreHeld() {
        assertThat(sell(false, 0, 1, 2, 3, 4)).isInstanceOf(Sale.Sold.class);
        assertThat(sell(false, 2, 1, 2)).isInstanceOf(Sale.Sold.class);
    }

    @Test
    void seatsBeyondTheLimitAreNot() {
        assertThat(sell(false, 0, 1, 2, 3, 4, 5)).isEqualTo(new Sale.HoldLimitExceeded(FOUR, 0));
        assertThat(sell(false, 3, 1, 2)).isEqualTo(new Sale.HoldLimitExceeded(FOUR, 3));
    }

    @Test
    void whatIsBookedInOneStepIsFreeOfIt() {
        assertThat(sell(true, 4, 1, 2, 3, 4, 5)).isInstanceOf(Sale.Sold.class);
    }

    @Test
    void seatsThatAreBookedDoNotCount() {
        assertThat(sell(new BuyersSeats(100, 0), false, 1, 2, 3, 4)).isInstanceOf(Sale.Sold.class);
    }

    @Test
    void theLimitIsNamedBeforeTheSeats() {
        var booked = Seat.restore(show.id(), seat(1), newBookingId(), null, false);

        assertThat(BoxOffice.sell(
                        show, Box.request(false, 1), Box.locked(show, NOON, booked), new BuyersSeats(4, 4), FOUR))
                .isEqualTo(new Sale.HoldLimitExceeded(FOUR, 4));
    }

    @Test
    void noLimitIsNone() {
        assertThatThrownBy(() -> new HoldLimit(0)).isInstanceOf(InvalidValueException.class);
    }

    private Sale sell(boolean confirm, int onHold, int... seats) {
        return sell(new BuyersSeats(onHold, onHold), confirm, seats);
    }

    private Sale sell(BuyersSeats soFar, boolean confirm, int... seats) {
        return BoxOffice.sell(show, Box.request(confirm, seats), Box.locked(show, NOON), soFar, FOUR);
    }
}
