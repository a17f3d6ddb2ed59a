package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatNumber;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Blocks in seat order, each of a run of its own: the front one and, shared with other choices, those behind it. */
final class SplitChoice {
    /** The order of the HTTP contract among choices of equally many seats: the best choice is the least. */
    static final Comparator<SplitChoice> BEST_FIRST = Comparator.<SplitChoice>comparingInt(choice -> choice.rows)
            .thenComparingInt(choice -> choice.blocks)
            .thenComparingInt(choice -> choice.newSingles)
            .thenComparing(SplitChoice::compareRows)
            .thenComparingInt(choice -> choice.offCentre)
            .thenComparing(SplitChoice::compareNumbers);

    private final Block front;
    private final @Nullable SplitChoice behind;
    private final @Nullable SplitChoice rowsBehind;

    private final int rows;
    private final int blocks;
    private final int newSingles;
    private final int offCentre;

    /** @param behind the blocks behind it, in the same row or not; null for none */
    SplitChoice(Block front, @Nullable SplitChoice behind) {
        this.front = front;
        this.behind = behind;
        if (behind == null) {
            rowsBehind = null;
            rows = 1;
            blocks = 1;
            newSingles = front.newSingles();
            offCentre = front.offCentre();
        } else {
            rows = behind.rowsWith(front);
            rowsBehind = rows == behind.rows ? behind.rowsBehind : behind;
            blocks = behind.blocks + 1;
            newSingles = behind.newSingles + front.newSingles();
            offCentre = behind.offCentre + front.offCentre();
        }
    }

    int blocks() {
        return blocks;
    }

    /** How many rows it has together with a block in front of it. */
    int rowsWith(Block block) {
        return rows + (block.row().equals(front.row()) ? 0 : 1);
    }

    Stream<SeatNumber> seats() {
        return Stream.iterate(this, Objects::nonNull, choice -> choice.behind).flatMap(choice -> choice.front.seats());
    }

    /** From the front row on; of equally many rows. What both share is equal without a look at it. */
    private static int compareRows(SplitChoice one, SplitChoice other) {
        SplitChoice a = one;
        SplitChoice b = other;
        while (a != b && a != null && b != null) {
            int order = Integer.compare(a.front.row().first(), b.front.row().first());
            if (order != 0) {
                return order;
            }
            a = a.rowsBehind;
            b = b.rowsBehind;
        }
        return 0;
    }

    /** From the lowest number on; of equally many seats. */
    private static int compareNumbers(SplitChoice one, SplitChoice other) {
        SplitChoice a = one;
        SplitChoice b = other;
        while (a != b && a != null && b != null) {
            int order = Integer.compare(a.front.first(), b.front.first());
            if (order == 0) {
                // The longer block goes on with the next number, the shorter one's choice with a later one.
                order = Integer.compare(b.front.length(), a.front.length());
            }
            if (order != 0) {
                return order;
            }
            a = a.behind;
            b = b.behind;
        }
        return 0;
    }
}
