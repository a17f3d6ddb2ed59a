package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.SeatPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The best seats by the definition alone: it looks at every set of free seats and shares no code with what it judges.
 * For a dozen seats. A set of seats is an {@code int} in which the bit of each seat's number is set.
 */
final class BruteForce {
    private static final Comparator<List<Integer>> ONE_BY_ONE = BruteForce::compareOneByOne;

    private static final Comparator<Choice> BEST_SIDE_BY_SIDE_FIRST = Comparator.comparingInt(Choice::newSingles)
            .thenComparing(Choice::rows, ONE_BY_ONE)
            .thenComparingInt(Choice::offCentre)
            .thenComparing(Choice::numbers, ONE_BY_ONE);

    private static final Comparator<Choice> BEST_SPLIT_FIRST = Comparator.comparingInt(Choice::countOfRows)
            .thenComparingInt(Choice::blocks)
            .thenComparingInt(Choice::newSingles)
            .thenComparing(Choice::rows, ONE_BY_ONE)
            .thenComparingInt(Choice::offCentre)
            .thenComparing(Choice::numbers, ONE_BY_ONE);

    private final List<SeatPosition> positions;
    private final int[] rowOf;
    private final int[] lengthOfRow;
    private final int free;
    private final List<Choice> choices = new ArrayList<>();

    BruteForce(SeatPlan plan, SortedSet<SeatNumber> free) {
        int seats = plan.totalSeats();
        positions = IntStream.rangeClosed(1, seats)
                .mapToObj(SeatNumber::new)
                .map(plan::positionOf)
                .toList();
        rowOf = new int[seats + 2];
        lengthOfRow = new int[seats + 1];
        for (int seat = 1; seat <= seats; seat++) {
            rowOf[seat] = place(seat) == 1 ? rowOf[seat - 1] + 1 : rowOf[seat - 1];
            lengthOfRow[rowOf[seat]]++;
        }
        this.free = free.stream().mapToInt(seat -> 1 << seat.value()).sum();
        for (int set = 1; set <= this.free; set++) {
            if ((set & this.free) == set) {
                choices.add(new Choice(set));
            }
        }
    }

    Optional<SortedSet<SeatNumber>> choose(int quantity, boolean allowSplit) {
        return choices.stream()
                .filter(choice -> Integer.bitCount(choice.seats) == quantity)
                .filter(choice -> allowSplit || choice.blocks() == 1)
                .min(allowSplit ? BEST_SPLIT_FIRST : BEST_SIDE_BY_SIDE_FIRST)
                .map(choice ->
                        choice.numbers().stream().map(SeatNumber::new).collect(Collectors.toCollection(TreeSet::new)));
    }

    private int place(int seat) {
        return positions.get(seat - 1).place();
    }

    private boolean has(int seats, int seat) {
        return (seats >> seat & 1) == 1;
    }

    private boolean hasLeftOf(int seat, int seats) {
        return has(seats, seat - 1) && rowOf[seat - 1] == rowOf[seat];
    }

    private boolean hasRightOf(int seat, int seats) {
        return has(seats, seat + 1) && rowOf[seat + 1] == rowOf[seat];
    }

    private boolean isSingle(int seat, int seats) {
        return has(seats, seat) && !hasLeftOf(seat, seats) && !hasRightOf(seat, seats);
    }

    private IntStream all(IntPredicate which) {
        return IntStream.rangeClosed(1, positions.size()).filter(which);
    }

    private static int compareOneByOne(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return one.size() - other.size();
    }

    private final class Choice {
        private final int seats;
        private final int blocks;
        private final int newSingles;

        Choice(int seats) {
            this.seats = seats;
            blocks = (int) firstsOfBlocks().count();
            newSingles = (int) all(seat -> isSingle(seat, free & ~seats) && !isSingle(seat, free))
                    .count();
        }

        int blocks() {
            return blocks;
        }

        int newSingles() {
            return newSingles;
        }

        List<Integer> numbers() {
            return all(seat -> has(seats, seat)).boxed().toList();
        }

        List<Integer> rows() {
            return all(seat -> has(seats, seat))
                    .map(seat -> rowOf[seat])
                    .distinct()
                    .boxed()
                    .toList();
        }

        int countOfRows() {
            return rows().size();
        }

        /** In half seats. */
        int offCentre() {
            return firstsOfBlocks().map(this::offCentreOfBlock).sum();
        }

        private IntStream firstsOfBlocks() {
            return all(seat -> has(seats, seat) && !hasLeftOf(seat, seats));
        }

        private int offCentreOfBlock(int first) {
            int last = first;
            while (hasRightOf(last, seats)) {
                last++;
            }
            return Math.abs(place(first) + place(last) - (1 + lengthOfRow[rowOf[first]]));
        }
    }
}
