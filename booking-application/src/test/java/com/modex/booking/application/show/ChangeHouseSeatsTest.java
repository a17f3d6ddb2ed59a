package com.modex.booking.application.show;

import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.seat.Availability;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.Show;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeHouseSeatsTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final ShowUseCases useCases = Cases.useCases(world);
    private final Show show = world.aShow(12);

    @Test
    void freeSeatsAreBlockedAndToldToTheCallerWithTheirPlaces() {
        assertThat(change(ChangeHouseSeats.Change.BLOCK, 2, 11))
                .isEqualTo(new ChangeHouseSeats.Result.Changed(new SeatMapDetails(
                        show.id(),
                        List.of(
                                new SeatMapDetails.SeatDetails(2, "MAIN A-2", "MAIN", "A", SeatStatus.BLOCKED),
                                new SeatMapDetails.SeatDetails(11, "MAIN B-1", "MAIN", "B", SeatStatus.BLOCKED)),
                        null)));
        assertThat(availability()).isEqualTo(new Availability(show.id(), 10, 0, 0, 2));
    }

    @Test
    void blockedSeatsAreUnblocked() {
        change(ChangeHouseSeats.Change.BLOCK, 2, 11);

        assertThat(change(ChangeHouseSeats.Change.UNBLOCK, 2)).isInstanceOf(ChangeHouseSeats.Result.Changed.class);
        assertThat(availability()).isEqualTo(new Availability(show.id(), 11, 0, 0, 1));
    }

    @Test
    void seatsThatSomebodyHasAreNamedAndNoneIsBlocked() {
        world.aHold(show, 2);
        world.aConfirmedBooking(show, 3);

        assertThat(change(ChangeHouseSeats.Change.BLOCK, 1, 2, 3))
                .isEqualTo(new ChangeHouseSeats.Result.Refused(List.of(
                        new UnavailableSeat(seat(2), Reason.HELD), new UnavailableSeat(seat(3), Reason.BOOKED))));
        assertThat(availability()).isEqualTo(new Availability(show.id(), 10, 1, 1, 0));
    }

    @Test
    void seatsThatTheShowLacksAreNamed() {
        assertThat(change(ChangeHouseSeats.Change.BLOCK, 1, 13, 14))
                .isEqualTo(new ChangeHouseSeats.Result.UnknownSeats(seats(13, 14)));
    }

    @Test
    void aShowThatDoesNotExistIsNotFound() {
        assertThat(useCases.changeHouseSeats()
                        .change(new ChangeHouseSeats.Command(newShowId(), selection(1), ChangeHouseSeats.Change.BLOCK)))
                .isEqualTo(new ChangeHouseSeats.Result.ShowNotFound());
        assertThat(useCases.viewAvailability().view(newShowId())).isEmpty();
    }

    private ChangeHouseSeats.Result change(ChangeHouseSeats.Change change, int... seats) {
        return useCases.changeHouseSeats().change(new ChangeHouseSeats.Command(show.id(), selection(seats), change));
    }

    private Availability availability() {
        return useCases.viewAvailability().view(show.id()).orElseThrow();
    }
}
