package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.seats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.show.SeatPlan;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FreeSeatsTest {
    private final FreeSeats free = FreeSeats.of(seats(1, 2, 4));

    @Test
    void theSameSeatsAreEqual() {
        FreeSeats same = FreeSeats.of(List.copyOf(seats(4, 2, 1).reversed()));

        assertThat(free).isEqualTo(same).hasSameHashCodeAs(same).hasToString("{1, 2, 4}");
        assertThat(free).isNotEqualTo(FreeSeats.of(seats(1, 2))).isNotEqualTo(seats(1, 2, 4));
    }

    @Test
    void seatsThatWereFreeOnceDoNotCountInEquality() {
        assertThat(FreeSeats.of(seats(1, 100_000)).without(seats(100_000))).isEqualTo(FreeSeats.of(seats(1)));
    }

    @Test
    void whatIsTakenIsMissingInTheRestAlone() {
        assertThat(free.without(seats(2, 3))).isEqualTo(FreeSeats.of(seats(1, 4)));
        assertThat(free.without(seats())).isEqualTo(free);
        assertThat(free).isEqualTo(FreeSeats.of(seats(1, 2, 4)));
    }

    @Test
    void nothingIsCopiedWhereNothingIsTaken() {
        assertThat(free.without(seats(3, 100_000))).isSameAs(free);
    }

    @Test
    void anyOfSeatsIsFreeIfOneIs() {
        assertThat(free.haveAnyOf(seats(3, 4))).isTrue();
        assertThat(free.haveAnyOf(seats(3, 5))).isFalse();
        assertThat(free.haveAnyOf(seats())).isFalse();
    }

    @Test
    void aRunEndsWithItsRow() {
        DrawnHouse house = DrawnHouse.of(".x..", "....", "..", "", "...", "x..");
        Row first = new Row(1, 4);
        Row second = new Row(5, 4);
        Row shortLast = new Row(9, 2);
        Row firstOfNext = new Row(11, 3);
        Row lastOfNext = new Row(14, 3);

        assertThat(house.free().runs(house.plan(), 1))
                .containsExactly(
                        new Run(first, 1, 1),
                        new Run(first, 3, 2),
                        new Run(second, 5, 4),
                        new Run(shortLast, 9, 2),
                        new Run(firstOfNext, 11, 3),
                        new Run(lastOfNext, 15, 2));
    }

    @Test
    void runsThatAreTooShortAreLeftOut() {
        DrawnHouse house = DrawnHouse.of("..x.", "....", "..", "", "...");

        assertThat(house.free().runs(house.plan(), 3))
                .containsExactly(new Run(new Row(5, 4), 5, 4), new Run(new Row(11, 3), 11, 3));
        assertThat(house.free().runs(house.plan(), 5)).isEmpty();
    }

    @Test
    void runsEndWithThePlan() {
        FreeSeats more = FreeSeats.of(seats(9, 10, 11, 12, 14));

        assertThat(more.runs(SeatPlan.of(10), 1)).containsExactly(new Run(new Row(1, 10), 9, 2));
        assertThat(FreeSeats.of(seats()).runs(SeatPlan.of(10), 1)).isEmpty();
    }

    @Test
    void behindTheLastRunThereIsNone() {
        Iterator<Run> runs = free.runs(SeatPlan.of(2), 1).iterator();

        assertThat(runs.next()).isEqualTo(new Run(new Row(1, 2), 1, 2));
        assertThat(runs.hasNext()).isFalse();
        assertThatThrownBy(runs::next).isInstanceOf(NoSuchElementException.class);
    }
}
