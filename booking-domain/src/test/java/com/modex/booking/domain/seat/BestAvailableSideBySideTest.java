package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.seats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Section;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** In the pictures B is the block that is best. */
class BestAvailableSideBySideTest {
    @Test
    void aNewSingleIsWorseThanARowFurtherBehind() {
        assertBest("...x", "xBBx");
        assertBest("..x", "xBx");
    }

    @Test
    void aNewSingleIsWorseThanASeatFurtherFromTheMiddle() {
        assertBest("B..");
        assertBest("xBB..x");
        assertBest("..xBB....x");
        assertBest("..x..BB....");
    }

    @Test
    void aNewSingleIsNoReasonToSendAnybodyAway() {
        assertBest("BB.");
        assertBest("x...x", "xxxxx", "BBBB.");
    }

    @Test
    void aSeatAtTheEndOfARowIsASingleWithoutItsOnlyNeighbour() {
        assertBest("....", "xBBB");
        assertBest("....", "BBBx");
    }

    @Test
    void aSeatInTheNextRowIsNoNeighbour() {
        assertBest("xx...", "...xx", "xBBxx");
    }

    @Test
    void singlesThatWereThereBeforeDoNotCount() {
        assertBest(".x.xBB", "......");
        assertBest("B..", "x.x");
    }

    @Test
    void aRowInFrontIsBetterThanTheMiddleOfTheNext() {
        assertBest("BBxxxx", "xx..xx");
        assertBest("xxxxx", "BBxxx", ".....");
        assertBest(".BBxxx", "x...xx");
    }

    @Test
    void theNearestToTheMiddleOfTheRowIsBest() {
        assertBest("..BB..");
        assertBest("....BBxxxx");
        assertBest("xxxxBB....");
        assertBest("..xBBxx..x");
        assertBest("..B..");
    }

    @Test
    void theMiddleOfAShortLastRowIsItsOwn() {
        assertBest("xxxxxxxxxx", "..BB..");
    }

    @Test
    void ofTwoEquallyFarFromTheMiddleTheLowerNumberIsBest() {
        assertBest("BBB..");
        assertBest("..BB...");
        assertBest("BBx..");
    }

    @Test
    void sectionsStandOneBehindTheOther() {
        assertBest("xxBBBB", "", "......");
        assertBest("x...", "x..", "", "...BBBB...", "..........");
    }

    @Test
    void noBlockGoesFromOneSectionIntoTheNext() {
        assertBest("xxxx", "xxx.", "", "..x", "xxx", "", "BBB");
    }

    @Test
    void aBlockMayBeAWholeRow() {
        assertBest("x....", "BBBBB");
    }

    @Test
    void nobodyGetsMoreSeatsSideBySideThanARowHas() {
        assertNone(4, "...", "...");
    }

    @Test
    void seatsThatAreNotSideBySideAreNoChoice() {
        assertNone(3, "..x..", "x..x.");
        assertNone(2, ".x.x.", "x.x.x");
        assertNone(1, "xx", "xx");
    }

    @Test
    void seatsThatThePlanDoesNotHaveAreNotChosen() {
        var free = FreeSeats.of(seats(20, 21, 22));

        assertThat(BestAvailable.choose(SeatPlan.of(20), free, 1, false)).contains(seats(20));
        assertThat(BestAvailable.choose(SeatPlan.of(20), free, 2, false)).isEmpty();
    }

    @Test
    void itIsForAtLeastOneSeat() {
        FreeSeats free = FreeSeats.of(seats(1));

        assertThatIllegalArgumentException().isThrownBy(() -> BestAvailable.choose(SeatPlan.of(1), free, 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> BestAvailable.choose(SeatPlan.of(1), free, -1, true));
    }

    @Test
    void itIsForAsManySeatsAsABookingCanHave() {
        String row = ".".repeat(200);

        assertThat(best(100, row)).hasSize(100);
        assertNone(101, row);
        assertNone(Integer.MAX_VALUE, row);
    }

    @Test
    void aGreatHouseIsGoneThroughToItsEnd() {
        var plan = new SeatPlan(List.of(Section.ofRows("A", 5_000, 10), Section.ofRows("B", 500, 100)));

        assertThat(BestAvailable.choose(plan, FreeSeats.of(seats(1, 99_999, 100_000)), 2, false))
                .contains(seats(99_999, 100_000));
    }

    private static void assertBest(String... rows) {
        DrawnHouse house = DrawnHouse.of(rows);

        assertThat(best(house.marked('B').size(), rows)).isEqualTo(house.marked('B'));
    }

    private static SortedSet<SeatNumber> best(int quantity, String... rows) {
        DrawnHouse house = DrawnHouse.of(rows);

        return BestAvailable.choose(house.plan(), house.free(), quantity, false).orElseThrow();
    }

    private static void assertNone(int quantity, String... rows) {
        DrawnHouse house = DrawnHouse.of(rows);

        assertThat(BestAvailable.choose(house.plan(), house.free(), quantity, false))
                .isEmpty();
    }
}
