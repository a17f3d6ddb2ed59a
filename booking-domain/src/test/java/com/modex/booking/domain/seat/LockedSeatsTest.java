package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.show.ShowId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockedSeatsTest {
    private final ShowId show = newShowId();
    private final Seat first = Seat.free(show, seat(1));
    private final Seat second = Seat.free(show, seat(2));
    private final Seat secondSold = Seat.restore(show, seat(2), newBookingId(), null, false);
    private final LockedSeats locked = new LockedSeats(show, NOON, List.of(second, first), List.of(seat(3)));

    @Test
    void seatsAreInOrder() {
        assertThat(locked.seats()).containsExactly(first, second);
    }

    @Test
    void theNextDecisionSeesWhatWasApplied() {
        locked.apply(List.of(secondSold));

        assertThat(locked.seats()).containsExactly(first, secondSold);
        assertThat(locked.unavailable(seats(1, 2)))
                .containsExactly(new UnavailableSeat(seat(2), UnavailableSeat.Reason.BOOKED));
    }

    @Test
    void onlyWhatWasAppliedHasChanged() {
        assertThat(locked.changed()).isEmpty();

        locked.apply(List.of(secondSold));

        assertThat(locked.changed()).containsExactly(secondSold);
    }

    @Test
    void aSeatThatIsNotLockedCannotBeApplied() {
        assertThatThrownBy(() -> locked.apply(List.of(Seat.free(show, seat(3)))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> locked.apply(List.of(Seat.free(show, seat(4)))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsDecidedOnASeatThatWasNotAskedFor() {
        assertThatThrownBy(() -> locked.unavailable(seats(4))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noSeatIsBothLockedAndContested() {
        assertThatThrownBy(() -> new LockedSeats(show, NOON, List.of(first), List.of(seat(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
