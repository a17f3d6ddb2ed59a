package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.SeatPlan;
import java.util.BitSet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The free seats of one show, as they were at one moment. It promises nothing: a booking decides on locks. */
public final class FreeSeats {
    /** The bit of each free seat's number is set; a show can have 100,000 of them. Never changed once it is here. */
    private final BitSet numbers;

    private FreeSeats(BitSet numbers) {
        this.numbers = numbers;
    }

    public static FreeSeats of(Collection<SeatNumber> numbers) {
        var free = new BitSet();
        numbers.forEach(number -> free.set(number.value()));
        return new FreeSeats(free);
    }

    /** Whether any of these is free. */
    public boolean haveAnyOf(Collection<SeatNumber> seats) {
        return seats.stream().anyMatch(number -> numbers.get(number.value()));
    }

    /** Those that are left when these are taken: the very same if none of them was free. */
    public FreeSeats without(Collection<SeatNumber> taken) {
        if (!haveAnyOf(taken)) {
            return this;
        }
        var left = (BitSet) numbers.clone();
        taken.forEach(number -> left.clear(number.value()));
        return new FreeSeats(left);
    }

    int size() {
        return numbers.cardinality();
    }

    /** The runs of at least that many seats, in seat order. Seats that the plan does not have are left out. */
    Iterable<Run> runs(SeatPlan plan, int atLeast) {
        return () -> new RunsInOrder(plan, numbers, atLeast);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FreeSeats that && numbers.equals(that.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    /** The numbers in order, for example {@code {1, 2, 7}}. */
    @Override
    public String toString() {
        return numbers.toString();
    }
}
