package com.modex.booking.domain.show;

import static com.modex.booking.domain.Fixtures.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SeatPlanTest {
    private final SeatPlan plan =
            new SeatPlan(List.of(Section.ofRows("Stalls", 2, 20), Section.ofRows("Balcony", 3, 5)));

    @Test
    void aNumberOfSeatsAloneMakesOneSectionMainWithRowsOfTen() {
        SeatPlan main = SeatPlan.of(25);

        assertThat(main.sections()).containsExactly(new Section("MAIN", 25, 10));
        assertThat(main.sections().getFirst().rows()).isEqualTo(3);
        assertThat(main.positionOf(seat(25))).isEqualTo(new SeatPosition("MAIN", "C", 5));
    }

    @Test
    void seatsAreNumberedThroughTheSections() {
        assertThat(plan.totalSeats()).isEqualTo(55);
        assertThat(plan.positionOf(seat(1))).isEqualTo(new SeatPosition("Stalls", "A", 1));
        assertThat(plan.positionOf(seat(20))).isEqualTo(new SeatPosition("Stalls", "A", 20));
        assertThat(plan.positionOf(seat(21))).isEqualTo(new SeatPosition("Stalls", "B", 1));
        assertThat(plan.positionOf(seat(40))).isEqualTo(new SeatPosition("Stalls", "B", 20));
        assertThat(plan.positionOf(seat(41))).isEqualTo(new SeatPosition("Balcony", "A", 1));
        assertThat(plan.positionOf(seat(55))).isEqualTo(new SeatPosition("Balcony", "C", 5));
    }

    @Test
    void itHasTheNumbersFromOneToItsSize() {
        assertThat(plan.has(seat(1))).isTrue();
        assertThat(plan.has(seat(55))).isTrue();
        assertThat(plan.has(seat(56))).isFalse();
        assertThatThrownBy(() -> plan.positionOf(seat(56))).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void itHasOneToAHundredThousandSeats() {
        assertThat(SeatPlan.of(1).totalSeats()).isEqualTo(1);
        assertThat(SeatPlan.of(100_000).totalSeats()).isEqualTo(100_000);
        assertRefused("OUT_OF_RANGE", () -> SeatPlan.of(0));
        assertRefused("OUT_OF_RANGE", () -> SeatPlan.of(100_001));
        assertRefused(
                "OUT_OF_RANGE",
                () -> new SeatPlan(List.of(new Section("A", 60_000, 100), new Section("B", 40_001, 100))));
    }

    @Test
    void manyGreatSectionsDoNotOverflow() {
        var sections = new ArrayList<Section>();
        for (int i = 0; i < 42_950; i++) {
            sections.add(new Section("S" + i, 100_000, 1_000));
        }

        assertRefused("OUT_OF_RANGE", () -> new SeatPlan(sections));
        assertRefused("OUT_OF_RANGE", () -> Section.ofRows("A", 100_000, 1_000));
    }

    @Test
    void itHasASection() {
        assertRefused("REQUIRED", () -> new SeatPlan(List.of()));
    }

    @Test
    void sectionsHaveDifferentNames() {
        assertRefused("DUPLICATE", () -> new SeatPlan(List.of(new Section("A", 1, 1), new Section("A", 2, 1))));
    }

    @Test
    void laterChangesOfTheGivenListDoNotReachIt() {
        var sections = new ArrayList<>(List.of(new Section("A", 1, 1)));
        var copy = new SeatPlan(sections);

        sections.clear();

        assertThat(copy.totalSeats()).isEqualTo(1);
    }

    private static void assertRefused(String code, Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
