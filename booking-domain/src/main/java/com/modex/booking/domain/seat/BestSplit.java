package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best choice that may be split, by {@link SplitChoice#BEST_FIRST}.
 *
 * <p>It goes through the rows from the last to the front one and keeps, for every number of seats, the best choice in
 * the rows behind. That is enough, because a block put in front of two choices does not change which of them is better.
 *
 * <p>No run gives more than one block. Two blocks of one run could be moved together into one: the same rows, one block
 * fewer, and fewest blocks counts more than anything that keeping them apart could gain.
 */
final class BestSplit {
    private final int quantity;

    /** By number of seats, the best choice in the rows behind the one that is looked at; null if they have fewer. */
    private final @Nullable SplitChoice[] behind;

    private BestSplit(int quantity) {
        this.quantity = quantity;
        behind = new @Nullable SplitChoice[quantity + 1];
    }

    static Optional<SplitChoice> choose(SeatPlan plan, FreeSeats free, int quantity) {
        List<FreeRow> rows = FreeRow.of(free.runs(plan, 1));
        if (rows.stream().mapToInt(FreeRow::seats).sum() < quantity) {
            return Optional.empty();
        }
        var search = new BestSplit(quantity);
        thatMatter(rows, quantity).reversed().forEach(search::addInFront);
        return Optional.ofNullable(search.behind[quantity]);
    }

    /**
     * Leaves out rows that no best choice can have, in a great house nearly all of them. A best choice has the fewest
     * rows, so
     * <ul>
     *   <li>each of its rows gives at least what as many as the others cannot give, even if they are the fullest;
     *   <li>of rows of one shape only the first so many count: of a later one's seats the same can be had further in front.
     * </ul>
     */
    private static List<FreeRow> thatMatter(List<FreeRow> rows, int quantity) {
        int fewestRows = 0;
        int leastShare = quantity;
        int missing = quantity;
        for (int seats : fullestFirst(rows)) {
            if (missing <= 0) {
                break;
            }
            fewestRows++;
            leastShare = missing;
            missing -= seats;
        }
        var ofShape = new HashMap<List<Integer>, Integer>();
        var matter = new ArrayList<FreeRow>();
        for (FreeRow row : rows) {
            if (row.seats() >= leastShare && ofShape.merge(row.shape(), 1, Integer::sum) <= fewestRows) {
                matter.add(row);
            }
        }
        return matter;
    }

    private static int[] fullestFirst(List<FreeRow> rows) {
        return rows.stream()
                .map(FreeRow::seats)
                .sorted(Comparator.reverseOrder())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void addInFront(FreeRow row) {
        var here = new @Nullable SplitChoice[quantity + 1];
        row.runs().reversed().forEach(run -> addInFront(run, here));
        for (int seats = 1; seats <= quantity; seats++) {
            behind[seats] = better(behind[seats], here[seats]);
        }
    }

    /** @param here by number of seats, the best choice whose front block is in the run's row */
    private void addInFront(Run run, @Nullable SplitChoice[] here) {
        // From many seats to few, so that what is put behind a block of this run has no other block of it.
        for (int seats = quantity; seats >= 1; seats--) {
            for (int length = 1; length <= Math.min(run.length(), seats); length++) {
                Block block = run.bestBlock(length);
                if (length == seats) {
                    here[seats] = better(here[seats], new SplitChoice(block, null));
                } else {
                    here[seats] = better(here[seats], inFrontOf(block, here[seats - length]));
                    here[seats] = better(here[seats], inFrontOf(block, behind[seats - length]));
                }
            }
        }
    }

    private static @Nullable SplitChoice inFrontOf(Block block, @Nullable SplitChoice behind) {
        return behind == null ? null : new SplitChoice(block, behind);
    }

    private static @Nullable SplitChoice better(@Nullable SplitChoice one, @Nullable SplitChoice other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return SplitChoice.BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }
}
