package com.modex.booking.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The best seats as docs/api.md defines them, found by looking at every choice there is. That is slow and plainly right,
 * for small houses.
 */
final class BestSeats {
    private static final int MOST_ALTERNATIVES = 3;

    private final List<List<Integer>> rows;
    private final Set<Integer> free;
    /** By seat number, and one more at either end. */
    private final boolean[] isFree;

    private final int[] rowOf;
    private int @Nullable [] bestRank;
    private @Nullable List<Integer> best;

    private BestSeats(List<List<Integer>> rows, Set<Integer> free) {
        this.rows = rows;
        this.free = free;
        int size = rows.getLast().getLast();
        isFree = new boolean[size + 2];
        free.forEach(seat -> isFree[seat] = true);
        rowOf = new int[size + 2];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < rows.size(); row++) {
            for (int seat : rows.get(row)) {
                rowOf[seat] = row;
            }
        }
    }

    /** The best choice; null if there is none. */
    static @Nullable List<Integer> choose(
            List<List<Integer>> rows, Set<Integer> free, int quantity, boolean allowSplit) {
        var search = new BestSeats(rows, free);
        search.lookSideBySide(quantity);
        if (search.best == null && allowSplit) {
            search.lookSplit(List.copyOf(new TreeSet<>(free)), 0, new ArrayList<>(), quantity);
        }
        return search.best;
    }

    /** Up to three choices that share no seat, split only where they must be. */
    static List<List<Integer>> alternatives(List<List<Integer>> rows, Set<Integer> free, int size) {
        var left = new TreeSet<>(free);
        var alternatives = new ArrayList<List<Integer>>();
        while (alternatives.size() < MOST_ALTERNATIVES) {
            List<Integer> next = choose(rows, left, size, true);
            if (next == null) {
                break;
            }
            alternatives.add(next);
            next.forEach(left::remove);
        }
        return alternatives;
    }

    private void lookSideBySide(int quantity) {
        for (int row = 0; row < rows.size(); row++) {
            List<Integer> seats = rows.get(row);
            for (int i = 0; i + quantity <= seats.size(); i++) {
                List<Integer> block = seats.subList(i, i + quantity);
                if (free.containsAll(block)) {
                    offer(block, new int[] {newSingles(block), row, offCentre(block), block.getFirst()});
                }
            }
        }
    }

    private void lookSplit(List<Integer> candidates, int from, List<Integer> chosen, int quantity) {
        if (chosen.size() == quantity) {
            offer(chosen, rankOfSplit(chosen));
            return;
        }
        for (int i = from; i <= candidates.size() - (quantity - chosen.size()); i++) {
            chosen.addLast(candidates.get(i));
            lookSplit(candidates, i + 1, chosen, quantity);
            chosen.removeLast();
        }
    }

    private void offer(List<Integer> choice, int[] rank) {
        if (bestRank == null || Arrays.compare(rank, bestRank) < 0) {
            bestRank = rank;
            best = List.copyOf(choice);
        }
    }

    private int[] rankOfSplit(List<Integer> choice) {
        List<List<Integer>> blocks = blocks(choice);
        int[] usedRows =
                choice.stream().mapToInt(seat -> rowOf[seat]).distinct().toArray();
        int offCentre = blocks.stream().mapToInt(this::offCentre).sum();
        // Equal numbers of rows come first, so whatever follows stands at the same place in both.
        return Stream.of(
                        IntStream.of(usedRows.length, blocks.size(), newSingles(choice)),
                        Arrays.stream(usedRows),
                        IntStream.of(offCentre),
                        choice.stream().mapToInt(Integer::intValue))
                .flatMapToInt(part -> part)
                .toArray();
    }

    private List<List<Integer>> blocks(List<Integer> choice) {
        var blocks = new ArrayList<List<Integer>>();
        for (int seat : choice) {
            if (blocks.isEmpty() || !areNeighbours(blocks.getLast().getLast(), seat)) {
                blocks.add(new ArrayList<>());
            }
            blocks.getLast().add(seat);
        }
        return blocks;
    }

    private int newSingles(List<Integer> choice) {
        boolean[] isLeft = isFree.clone();
        choice.forEach(seat -> isLeft[seat] = false);
        int singles = 0;
        for (int seat = 1; seat < isLeft.length - 1; seat++) {
            if (isLeft[seat] && hasNeighbour(seat, isFree) && !hasNeighbour(seat, isLeft)) {
                singles++;
            }
        }
        return singles;
    }

    private boolean hasNeighbour(int seat, boolean[] among) {
        return (among[seat - 1] && areNeighbours(seat - 1, seat)) || (among[seat + 1] && areNeighbours(seat, seat + 1));
    }

    private boolean areNeighbours(int seat, int next) {
        return next == seat + 1 && rowOf[seat] == rowOf[next];
    }

    /** How far the block's middle is from its row's, in half seats. */
    private int offCentre(List<Integer> block) {
        List<Integer> row = rows.get(rowOf[block.getFirst()]);
        return Math.abs(block.getFirst() + block.getLast() - row.getFirst() - row.getLast());
    }
}
