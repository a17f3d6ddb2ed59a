package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatNumber;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Seats side by side that are chosen together, out of one run.
 *
 * @param first the number of its first seat
 * @param length how many seats it has, at least one
 */
record Block(Run run, int first, int length) {
    /** The order of the HTTP contract: the best block is the least. */
    static final Comparator<Block> BEST_FIRST = Comparator.comparingInt(Block::newSingles)
            .thenComparingInt(block -> block.row().first())
            .thenComparingInt(Block::offCentre)
            .thenComparingInt(Block::first);

    Row row() {
        return run.row();
    }

    /** The number behind its last seat's. */
    int end() {
        return first + length;
    }

    /** How many seats it leaves free without a free neighbour. Each had one before, in this block, so it is new. */
    int newSingles() {
        return (first - run.first() == 1 ? 1 : 0) + (run.end() - end() == 1 ? 1 : 0);
    }

    /** How far its middle is from the row's middle, in half seats, so that it is a whole number. */
    int offCentre() {
        return Math.abs((first + end()) - (row().first() + row().end()));
    }

    Stream<SeatNumber> seats() {
        return IntStream.range(first, end()).mapToObj(SeatNumber::new);
    }
}
