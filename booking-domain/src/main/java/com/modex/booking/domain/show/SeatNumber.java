package com.modex.booking.domain.show;

import com.modex.booking.domain.InvalidValueException;

/** A seat's number within its show, from 1 on. Seats are locked in the order of their numbers. */
public record SeatNumber(int value) implements Comparable<SeatNumber> {
    public SeatNumber {
        if (value < 1) {
            throw new InvalidValueException("OUT_OF_RANGE", "A seat number must be 1 or more.");
        }
    }

    @Override
    public int compareTo(SeatNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
