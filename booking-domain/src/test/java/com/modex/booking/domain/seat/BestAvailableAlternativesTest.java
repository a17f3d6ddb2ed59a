package com.modex.booking.domain.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.modex.booking.domain.show.SeatNumber;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In the pictures 1, 2 and 3 are the alternatives in their order. */
class BestAvailableAlternativesTest {
    @Test
    void eachIsTheBestOfWhatThoseBeforeItLeave() {
        assertAlternatives(2, "..221133..");
        assertAlternatives(3, "xx111xx", "222x333", ".......");
    }

    @Test
    void thereAreNoMoreThanThree() {
        assertAlternatives(1, "1x2", "x3x", ".x.");
    }

    @Test
    void thereAreAsManyAsThereAreSeatsFor() {
        assertAlternatives(2, "1122", "xx.x");
        assertAlternatives(3, "111", "xx.");
        assertAlternatives(2, "x.x", "xxx");
    }

    @Test
    void theyAreSplitOnlyWhereThereIsNoBlock() {
        assertAlternatives(2, "2x2x11");
        assertAlternatives(3, "2x2x2x", "111xxx");
    }

    @Test
    void theyAreForAtLeastOneSeat() {
        DrawnHouse house = DrawnHouse.of("...");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BestAvailable.alternatives(house.plan(), house.free(), 0));
    }

    private static void assertAlternatives(int size, String... rows) {
        DrawnHouse house = DrawnHouse.of(rows);
        List<SortedSet<SeatNumber>> drawn = Stream.of('1', '2', '3')
                .map(house::marked)
                .filter(seats -> !seats.isEmpty())
                .toList();

        assertThat(BestAvailable.alternatives(house.plan(), house.free(), size)).isEqualTo(drawn);
    }
}
