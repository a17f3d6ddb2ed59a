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
import com.modex.booking.domain.booking.BuyersSeats;
import com.modex.booking.domain.seat.BoxOffice.Sale;
import com.modex.booking.domain.show.Show;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class BookingSeatsInOneStepTest {
    private final Show show = show(10, NOON);

    @Test
    void freeSeatsAreSoldForGoodAtOnce() {
        var request = Box.request(true, 4, 2);

        Sale.Sold sold = sell(request, Box.locked(show, NOON));

        Booking booking = sold.booking();
        assertThat(booking.id()).isEqualTo(request.booking());
        assertThat(booking.show()).isEqualTo(show.id());
        assertThat(booking.user()).isEqualTo(ALICE);
        assertThat(booking.seats()).isEqualTo(selection(2, 4));
        assertThat(booking.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(booking.createdAt()).isEqualTo(NOON);
        assertThat(booking.confirmedAt()).isEqualTo(NOON);
        assertThat(booking.expiresAt()).isNull();
        assertThat(sold.seats()).extracting(Seat::number).containsExactly(seat(2), seat(4));
        assertThat(sold.seats()).allMatch(taken -> taken.names(booking.id()) && taken.heldUntil() == null);
    }

    @Test
    void aSeatWhoseHoldHasRunOutIsSold() {
        Seat runOut = Seat.restore(show.id(), seat(3), newBookingId(), NOON, false);

        Sale.Sold sold = sell(Box.request(true, 3), Box.locked(show, NOON, runOut));

        assertThat(sold.seats().getFirst().names(sold.booking().id())).isTrue();
        assertThat(sold.seats().getFirst().statusAt(NOON)).isEqualTo(SeatStatus.BOOKED);
    }

    @Test
    void theLockedSeatsAreLeftAsTheyAre() {
        LockedSeats locked = Box.locked(show, NOON);

        sell(Box.request(true, 1), locked);

        assertThat(locked.changed()).isEmpty();
        assertThat(locked.seat(seat(1)).isFreeAt(NOON)).isTrue();
    }

    private Sale.Sold sell(SeatRequest request, LockedSeats locked) {
        return assertThat(BoxOffice.sell(show, request, locked, BuyersSeats.NONE, Box.HOLD_LIMIT))
                .asInstanceOf(InstanceOfAssertFactories.type(Sale.Sold.class))
                .actual();
    }
}
