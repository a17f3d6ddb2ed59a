package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best choice that may be split, by {@link SplitChoice#BEST_FIRST}.
 *
 * <p>It goes through the rows from the last to the front one and keeps, for every number of seats, the best choice in
 * the rows behind. That is enough: of two choices of equally many seats the better one stays the better one when both
 * get the same block in a row in front. While a row is gone through, the choices that have a block in it are kept apart
 * from those that have none, since a block more in it is a row more only to the latter.
 *
 * <p>No run gives more than one block. Two blocks of one run could be moved together into one: the same rows, one block
 * fewer, and fewest blocks counts more than anything that keeping them apart could gain.
 */
final class BestSplit {
    private final int quantity;
    private final SplitLimits limits;

    /** By number of seats, the best choice in the rows behind the one that is looked at; null if there is none. */
    private final @Nullable SplitChoice[] behind;

    private BestSplit(int quantity, SplitLimits limits) {
        this.quantity = quantity;
        this.limits = limits;
        behind = new @Nullable SplitChoice[quantity + 1];
    }

    /** The best choice, or nothing if fewer seats are free. */
    static Optional<SplitChoice> choose(SeatPlan plan, FreeSeats free, int quantity) {
        List<FreeRow> all = FreeRow.of(free.runs(plan, 1));
        if (all.stream().mapToInt(FreeRow::seats).sum() < quantity) {
            return Optional.empty();
        }
        int fewestRows = fewestRows(all, quantity);
        List<FreeRow> rows = frontmostOfEachShape(all, fewestRows);
        var limits = new SplitLimits(quantity, fewestRows, rows);
        var search = new BestSplit(quantity, limits);
        rows.reversed().stream().filter(limits::allow).forEach(search::addInFront);
        return Optional.ofNullable(search.behind[quantity]);
    }

    private static int fewestRows(List<FreeRow> rows, int quantity) {
        int[] fullestLast = rows.stream().mapToInt(FreeRow::seats).sorted().toArray();
        int fewest = 0;
        for (int missing = quantity; missing > 0; missing -= fullestLast[fullestLast.length - fewest]) {
            fewest++;
        }
        return fewest;
    }

    /**
     * Of rows of one shape only as many as a choice has rows: if it had a later one, one of these would be left over that
     * gives the same blocks further in front.
     */
    private static List<FreeRow> frontmostOfEachShape(List<FreeRow> rows, int most) {
        var rowsOfShape = new HashMap<List<Integer>, Integer>();
        var frontmost = new ArrayList<FreeRow>();
        for (FreeRow row : rows) {
            if (rowsOfShape.merge(row.shape(), 1, Integer::sum) <= most) {
                frontmost.add(row);
            }
        }
        return frontmost;
    }

    private void addInFront(FreeRow row) {
        var here = new @Nullable SplitChoice[quantity + 1];
        row.runs().reversed().forEach(run -> addInFront(run, here));
        for (int seats = 1; seats <= quantity; seats++) {
            behind[seats] = better(behind[seats], here[seats]);
        }
    }

    /** @param here by number of seats, the best choice whose front block is in this run's row; null if there is none */
    private void addInFront(Run run, @Nullable SplitChoice[] here) {
        List<Block> blocks = IntStream.rangeClosed(1, Math.min(run.length(), quantity))
                .mapToObj(run::bestBlock)
                .toList();
        // From many seats to few, so that what a block is put in front of has no other block of this run.
        for (int seats = quantity; seats >= 1; seats--) {
            for (Block block : blocks) {
                int missing = seats - block.length();
                if (missing < 0) {
                    break;
                }
                if (missing == 0) {
                    here[seats] = better(here[seats], alone(block));
                } else {
                    here[seats] = better(here[seats], inFrontOf(block, here[missing], seats));
                    here[seats] = better(here[seats], inFrontOf(block, behind[missing], seats));
                }
            }
        }
    }

    private @Nullable SplitChoice alone(Block block) {
        return limits.allow(block.length(), 1, 1) ? new SplitChoice(block, null) : null;
    }

    private @Nullable SplitChoice inFrontOf(Block block, @Nullable SplitChoice choice, int seats) {
        return choice != null && limits.allow(seats, choice.rowsWith(block), choice.blocks() + 1)
                ? new SplitChoice(block, choice)
                : null;
    }

    private static @Nullable SplitChoice better(@Nullable SplitChoice one, @Nullable SplitChoice other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return SplitChoice.BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }
}
