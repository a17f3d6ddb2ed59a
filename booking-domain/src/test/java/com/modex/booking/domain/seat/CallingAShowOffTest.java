package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.show.Show;
import org.junit.jupiter.api.Test;

class CallingAShowOffTest {
    private final Show show = show(10, NOON);

    @Test
    void everySeatThatSomebodyHasOrHadIsReleasedAndHouseSeatsStayTheHouses() {
        LockedSeats locked = Box.locked(
                show,
                NOON,
                Seat.restore(show.id(), seat(2), newBookingId(), null, false),
                Seat.restore(show.id(), seat(3), newBookingId(), NOON.plusSeconds(1), false),
                Seat.restore(show.id(), seat(4), newBookingId(), NOON, false),
                Seat.restore(show.id(), seat(5), null, null, true));

        assertThat(BoxOffice.releaseAll(locked))
                .allMatch(released -> released.booking() == null && !released.blocked())
                .extracting(Seat::number)
                .containsExactly(seat(2), seat(3), seat(4));
    }
}
