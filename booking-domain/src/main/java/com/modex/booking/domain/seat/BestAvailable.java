package com.modex.booking.domain.seat;

import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.SeatPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which free seats a buyer gets who asks for a number of seats instead of naming them. The order of the criteria is part
 * of the HTTP contract ({@code quantity} and {@code alternatives} in docs/api.md): each decides only between choices
 * that are equal by those before it.
 *
 * <p>Side by side: one block in one row, by
 * <ol>
 *   <li>fewest new singles: free seats without a free neighbour in their row that had one before;
 *   <li>row order, the front row first;
 *   <li>distance of the block's middle from the middle of its row;
 *   <li>lowest number.
 * </ol>
 *
 * <p>Split, where that is allowed and no row has the seats side by side, by
 * <ol>
 *   <li>fewest rows;
 *   <li>fewest blocks;
 *   <li>fewest new singles;
 *   <li>the rows, compared from the front one on;
 *   <li>distances of the blocks' middles from the middles of their rows, summed;
 *   <li>lowest numbers, compared from the lowest one on.
 * </ol>
 *
 * <p>A choice side by side has one row and one block, so by the second list too no split is better than it.
 */
public final class BestAvailable {
    private static final int MOST_ALTERNATIVES = 3;

    private BestAvailable() {}

    /**
     * The best choice, or nothing if there is none, as for more seats than a booking can have. With splits allowed there
     * is one whenever so many seats are free.
     *
     * @param allowSplit whether seats in several blocks or rows will do, where there is no block of so many
     * @throws IllegalArgumentException if the quantity is less than 1
     */
    public static Optional<SortedSet<SeatNumber>> choose(
            SeatPlan plan, FreeSeats free, int quantity, boolean allowSplit) {
        if (quantity < 1) {
            throw new IllegalArgumentException("Nobody can have %d seats".formatted(quantity));
        }
        if (quantity > SeatSelection.MAX_SEATS) {
            return Optional.empty();
        }
        Optional<SortedSet<SeatNumber>> sideBySide =
                sideBySide(plan, free, quantity).map(block -> seats(block.seats()));
        return sideBySide.isEmpty() && allowSplit
                ? BestSplit.choose(plan, free, quantity).map(split -> seats(split.seats()))
                : sideBySide;
    }

    /**
     * Up to three choices of that many seats, the best first, to propose in place of seats that are not to be had. No two
     * have a seat in common: each is the best of what those before it leave, split only if it must be.
     *
     * @throws IllegalArgumentException if the size is less than 1
     */
    public static List<SortedSet<SeatNumber>> alternatives(SeatPlan plan, FreeSeats free, int size) {
        var alternatives = new ArrayList<SortedSet<SeatNumber>>();
        FreeSeats left = free;
        while (alternatives.size() < MOST_ALTERNATIVES) {
            Optional<SortedSet<SeatNumber>> best = choose(plan, left, size, true);
            if (best.isEmpty()) {
                break;
            }
            alternatives.add(best.get());
            left = left.without(best.get());
        }
        return List.copyOf(alternatives);
    }

    private static Optional<Block> sideBySide(SeatPlan plan, FreeSeats free, int quantity) {
        Block best = null;
        for (Run run : free.runs(plan, quantity)) {
            if (best != null && best.newSingles() == 0 && !run.row().equals(best.row())) {
                // It is in front of whatever is to come.
                break;
            }
            Block block = run.bestBlock(quantity);
            if (best == null || Block.BEST_FIRST.compare(block, best) < 0) {
                best = block;
            }
        }
        return Optional.ofNullable(best);
    }

    private static SortedSet<SeatNumber> seats(Stream<SeatNumber> numbers) {
        return Collections.unmodifiableSortedSet(numbers.collect(Collectors.toCollection(TreeSet::new)));
    }
}
