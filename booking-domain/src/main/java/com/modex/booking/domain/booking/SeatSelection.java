package com.modex.booking.domain.booking;

import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.show.SeatNumber;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The seats of one booking: 1 to {@value #MAX_SEATS} different numbers, in order. */
public record SeatSelection(SortedSet<SeatNumber> numbers) {
    public static final int MAX_SEATS = 100;

    public SeatSelection {
        numbers = Collections.unmodifiableSortedSet(new TreeSet<>(numbers));
        requireSize(numbers.size());
    }

    /**
     * Refuses a number of seats that no booking has, whichever they are.
     *
     * @throws InvalidValueException if it is not from 1 to {@value #MAX_SEATS}
     */
    public static int requireSize(int size) {
        return InvalidValueException.requireInRange(size, 1, MAX_SEATS, "The number of seats in a booking");
    }

    /**
     * The seats that were asked for.
     *
     * @throws InvalidValueException if a number stands twice
     */
    public static SeatSelection of(Collection<SeatNumber> numbers) {
        var selection = new TreeSet<>(numbers);
        if (selection.size() < numbers.size()) {
            throw new InvalidValueException("DUPLICATE", "A seat must not be named twice.");
        }
        return new SeatSelection(selection);
    }

    public int size() {
        return numbers.size();
    }

    public List<Integer> values() {
        return numbers.stream().map(SeatNumber::value).toList();
    }
}
