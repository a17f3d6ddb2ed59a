package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.seats;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.show.SeatPlan;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In the pictures B is the choice that is best. */
class BestAvailableSplitTest {
    @Test
    void aBlockOfAllSeatsIsBetterThanAnySplit() {
        assertBest("..x..", "...xx", "BBBB.");
    }

    @Test
    void withoutThePermissionThereIsNoSplit() {
        DrawnHouse house = DrawnHouse.of("..x..");

        assertThat(BestAvailable.choose(house.plan(), house.free(), 3, false)).isEmpty();
        assertThat(BestAvailable.choose(house.plan(), house.free(), 3, true)).isPresent();
    }

    @Test
    void fewerRowsAreBetterThanFewerBlocks() {
        assertBest("..xxx", "..xxx", "BxBxB");
    }

    @Test
    void fewerBlocksAreBetterThanFewerSingles() {
        assertBest("..x.x.x", "BBBxB.x");
        assertBest("BBxxxBB", "..xBBB.", "..");
    }

    @Test
    void aNewSingleIsWorseThanARowFurtherBehind() {
        assertBest("...x...", "BBBxxBB");
    }

    @Test
    void theBlocksAreCutSoThatNoSingleIsLeft() {
        assertBest("BBBB", "B...");
    }

    @Test
    void rowsInFrontAreBetterThanTheMiddleOfOthers() {
        assertBest("BBxxxx", "xxxxxx", "BBxxxx", "xx..xx");
    }

    @Test
    void theFrontRowCountsBeforeTheOthers() {
        assertBest("Bxxx", "..xx", "...x", "BBBB");
    }

    @Test
    void theNearestToTheMiddleOfTheirRowsAreBest() {
        assertBest(".xBxBx");
        assertBest(".x.xBxBBB");
    }

    @Test
    void ofEquallyNearOnesTheLowestNumbersAreBest() {
        assertBest("BxBx.");
        assertBest("BBxB.");
    }

    @Test
    void aSplitGoesOverSections() {
        assertBest("xxB", "", "BBBBx", "xxxxx");
    }

    @Test
    void whenThereAreSoManyFreeSeatsThereIsAChoice() {
        assertBest("BxB", "xBx", "", "Bx");
        assertBest("BBB", "BBB");
    }

    @Test
    void whenThereAreFewerFreeSeatsThereIsNone() {
        DrawnHouse house = DrawnHouse.of(".x.", "x.x");

        assertThat(BestAvailable.choose(house.plan(), house.free(), 4, true)).isEmpty();
    }

    @Test
    void aHundredSeatsOfAHundredThousandAreTheFrontRows() {
        FreeSeats all = FreeSeats.of(seats(IntStream.rangeClosed(1, 100_000).toArray()));

        assertThat(BestAvailable.choose(SeatPlan.of(100_000), all, 100, true))
                .contains(seats(IntStream.rangeClosed(1, 100).toArray()));
    }

    private static void assertBest(String... rows) {
        DrawnHouse house = DrawnHouse.of(rows);

        assertThat(BestAvailable.choose(
                        house.plan(), house.free(), house.marked('B').size(), true))
                .contains(house.marked('B'));
    }
}
