package com.modex.booking.application.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.show.SeatMapDetails.SeatDetails;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Section;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmptyHousesTest {
    private final EmptyHouses houses = new EmptyHouses();

    @Test
    void everySeatOfThePlanStandsInItsPlaceAndIsFree() {
        var plan = new SeatPlan(List.of(new Section("Stalls", 2, 1), new Section("Balcony", 1, 1)));

        assertThat(houses.with(plan))
                .containsExactly(
                        new SeatDetails(1, "Stalls A-1", "Stalls", "A", SeatStatus.AVAILABLE),
                        new SeatDetails(2, "Stalls B-1", "Stalls", "B", SeatStatus.AVAILABLE),
                        new SeatDetails(3, "Balcony A-1", "Balcony", "A", SeatStatus.AVAILABLE));
    }

    @Test
    void equalPlansShareTheirSeats() {
        var house = houses.with(SeatPlan.of(500));

        assertThat(houses.with(SeatPlan.of(500))).isSameAs(house);
        assertThat(houses.with(SeatPlan.of(501))).hasSize(501);
    }

    @Test
    void whatWasNotAskedForLongestIsForgottenFirst() {
        var rare = houses.with(SeatPlan.of(1));
        var common = houses.with(SeatPlan.of(2));
        IntStream.rangeClosed(1, 20).forEach(n -> {
            houses.with(SeatPlan.of(SeatPlan.MAX_SEATS / 10 + n));
            houses.with(SeatPlan.of(2));
        });

        assertThat(houses.with(SeatPlan.of(2))).isSameAs(common);
        assertThat(houses.with(SeatPlan.of(1))).isNotSameAs(rare);
    }

    @Test
    void theLargestHouseIsKept() {
        var house = houses.with(SeatPlan.of(SeatPlan.MAX_SEATS));

        assertThat(houses.with(SeatPlan.of(SeatPlan.MAX_SEATS))).isSameAs(house);
    }
}
