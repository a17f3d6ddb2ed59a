package com.modex.booking.application.show;

import static com.modex.booking.domain.Fixtures.newShowId;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.application.show.SeatMapDetails.SeatDetails;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowChange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewSeatMapTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final ViewSeatMap viewSeatMap = Cases.useCases(world).viewSeatMap();

    @Test
    void everySeatHasItsPlaceAndStatusInOrder() {
        Show show = world.aShow(12);
        world.aHold(show, 10);
        world.aConfirmedBooking(show, 12);

        SeatMapDetails map = viewSeatMap.view(show.id(), Duration.ZERO).orElseThrow();

        assertThat(map.showId()).isEqualTo(show.id());
        assertThat(map.seats()).extracting(SeatDetails::number).isSorted().hasSize(12);
        assertThat(map.seats().subList(9, 12))
                .isEqualTo(List.of(
                        new SeatDetails(10, "MAIN A-10", "MAIN", "A", SeatStatus.HELD),
                        new SeatDetails(11, "MAIN B-1", "MAIN", "B", SeatStatus.AVAILABLE),
                        new SeatDetails(12, "MAIN B-2", "MAIN", "B", SeatStatus.BOOKED)));
    }

    @Test
    void seatsThatWereAddedHaveTheirPlaces() {
        Show show = world.aShow(10);
        viewSeatMap.view(show.id(), Duration.ZERO);

        world.doInTransaction(() -> {
            Show locked = world.showLock().lock(show.id()).orElseThrow();
            world.shows().update(locked.change(List.of(new ShowChange.GrowTo(11)), world.now()));
        });

        assertThat(viewSeatMap.view(show.id(), Duration.ZERO).orElseThrow().seats())
                .hasSize(11)
                .endsWith(new SeatDetails(11, "MAIN B-1", "MAIN", "B", SeatStatus.AVAILABLE));
    }

    @Test
    void aShowThatDoesNotExistIsNotFound() {
        assertThat(viewSeatMap.view(newShowId(), Duration.ZERO)).isEmpty();
    }
}
