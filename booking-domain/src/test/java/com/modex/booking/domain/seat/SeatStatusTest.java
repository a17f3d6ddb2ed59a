package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.show.ShowId;
import org.junit.jupiter.api.Test;

class SeatStatusTest {
    private final ShowId show = newShowId();
    private final BookingId booking = newBookingId();

    @Test
    void aSeatThatNamesNoBookingIsAvailable() {
        assertThat(Seat.free(show, seat(1)).statusAt(NOON)).isEqualTo(SeatStatus.AVAILABLE);
    }

    @Test
    void aSeatThatNamesABookingForGoodIsBooked() {
        Seat sold = Seat.restore(show, seat(1), booking, null, false);

        assertThat(sold.statusAt(NOON)).isEqualTo(SeatStatus.BOOKED);
        assertThat(sold.isFreeAt(NOON)).isFalse();
    }

    @Test
    void aHeldSeatIsFreeExactlyWhenItsHoldEnds() {
        Seat held = Seat.restore(show, seat(1), booking, NOON, false);

        assertThat(held.statusAt(NOON.minusNanos(1000))).isEqualTo(SeatStatus.HELD);
        assertThat(held.statusAt(NOON)).isEqualTo(SeatStatus.AVAILABLE);
        assertThat(held.isFreeAt(NOON)).isTrue();
        assertThat(held.names(booking)).isTrue();
    }

    @Test
    void aBlockedSeatIsBlocked() {
        assertThat(Seat.restore(show, seat(1), null, null, true).statusAt(NOON)).isEqualTo(SeatStatus.BLOCKED);
    }

    @Test
    void noSeatIsHeldForNobodyOrBlockedAndBooked() {
        assertThatThrownBy(() -> Seat.restore(show, seat(1), null, NOON, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Seat.restore(show, seat(1), booking, null, true))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
