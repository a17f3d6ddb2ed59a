package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.seat.HouseSeats.Decision;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.Show;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class HouseSeatsTest {
    private final Show show = show(10, NOON);
    private final Seat sold = Seat.restore(show.id(), seat(2), newBookingId(), null, false);
    private final Seat held = Seat.restore(show.id(), seat(3), newBookingId(), NOON.plusSeconds(1), false);
    private final Seat onceHeld = Seat.restore(show.id(), seat(4), newBookingId(), NOON, false);
    private final Seat blocked = Seat.restore(show.id(), seat(5), null, null, true);
    private final LockedSeats locked = Box.locked(show, NOON, sold, held, onceHeld, blocked);

    @Test
    void freeSeatsAreBlocked() {
        assertThat(decided(HouseSeats.block(show, selection(1, 4), locked)))
                .extracting(seat -> seat.statusAt(NOON))
                .containsExactly(SeatStatus.BLOCKED, SeatStatus.BLOCKED);
    }

    @Test
    void aBlockedSeatStaysBlocked() {
        assertThat(decided(HouseSeats.block(show, selection(5), locked))).allMatch(Seat::blocked);
    }

    @Test
    void seatsThatSomebodyHasAreNamedAndNoneIsBlocked() {
        assertThat(HouseSeats.block(show, selection(1, 2, 3, 5), locked))
                .isEqualTo(new Decision.Refused(List.of(
                        new UnavailableSeat(seat(2), Reason.BOOKED), new UnavailableSeat(seat(3), Reason.HELD))));
    }

    @Test
    void aBlockedSeatIsUnblocked() {
        assertThat(decided(HouseSeats.unblock(show, selection(5), locked)))
                .extracting(seat -> seat.statusAt(NOON))
                .containsExactly(SeatStatus.AVAILABLE);
    }

    @Test
    void whatIsNotBlockedStaysAsItIsWhenUnblocked() {
        assertThat(decided(HouseSeats.unblock(show, selection(2, 3), locked))).containsExactly(sold, held);
    }

    @Test
    void seatsThatTheShowLacksAreNamed() {
        assertThat(HouseSeats.block(show, selection(1, 11), locked)).isEqualTo(new Decision.UnknownSeats(seats(11)));
        assertThat(HouseSeats.unblock(show, selection(1, 11), locked)).isEqualTo(new Decision.UnknownSeats(seats(11)));
    }

    private static List<Seat> decided(Decision decision) {
        return assertThat(decision)
                .asInstanceOf(InstanceOfAssertFactories.type(Decision.Decided.class))
                .actual()
                .seats();
    }
}
