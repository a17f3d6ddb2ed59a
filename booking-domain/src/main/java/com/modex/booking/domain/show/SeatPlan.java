package com.modex.booking.domain.show;

import com.modex.booking.domain.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;

/**
 * How the seats of a show are laid out: sections one behind the other, their seats numbered through from 1.
 *
 * @param sections at least one, with different names, {@value #MAX_SEATS} seats in all at most
 */
public record SeatPlan(List<Section> sections) {
    public static final int MAX_SEATS = 100_000;
    private static final String ONLY_SECTION = "MAIN";
    private static final int ROW_OF_ONLY_SECTION = 10;

    public SeatPlan {
        sections = List.copyOf(sections);
        if (sections.isEmpty()) {
            throw new InvalidValueException("REQUIRED", "A seat plan needs a section.");
        }
        if (sections.stream().map(Section::name).distinct().count() < sections.size()) {
            throw new InvalidValueException("DUPLICATE", "Sections must have different names.");
        }
        if (sections.stream().mapToLong(Section::seats).sum() > MAX_SEATS) {
            throw new InvalidValueException("OUT_OF_RANGE", "A show has at most %d seats.".formatted(MAX_SEATS));
        }
    }

    /** One section {@code MAIN} with rows of ten. */
    public static SeatPlan of(int totalSeats) {
        InvalidValueException.requireInRange(totalSeats, 1, MAX_SEATS, "The number of seats");
        return new SeatPlan(List.of(new Section(ONLY_SECTION, totalSeats, ROW_OF_ONLY_SECTION)));
    }

    /**
     * The plan with seats added up to that total: they fill the last row of the last section, then extend that section.
     *
     * @throws InvalidValueException if that is fewer than there are
     */
    SeatPlan grownTo(int newTotal) {
        int added = newTotal - totalSeats();
        if (added < 0) {
            throw new InvalidValueException("SEATS_REMOVED", "Seats can be added, not taken away.");
        }
        var grown = new ArrayList<>(sections);
        grown.add(grown.removeLast().extendedBy(added));
        return new SeatPlan(grown);
    }

    public int totalSeats() {
        return sections.stream().mapToInt(Section::seats).sum();
    }

    public boolean has(SeatNumber number) {
        return number.value() <= totalSeats();
    }

    /** The seats among these that the plan does not have, in seat order. */
    public SortedSet<SeatNumber> lacking(SortedSet<SeatNumber> numbers) {
        return Collections.unmodifiableSortedSet(numbers.tailSet(new SeatNumber(totalSeats() + 1)));
    }

    /**
     * Where the seat stands.
     *
     * @throws NoSuchElementException if the plan has no such seat
     */
    public SeatPosition positionOf(SeatNumber number) {
        int index = number.value() - 1;
        for (Section section : sections) {
            if (index < section.seats()) {
                return SeatPosition.of(section, index);
            }
            index -= section.seats();
        }
        throw new NoSuchElementException("There is no seat " + number);
    }
}
