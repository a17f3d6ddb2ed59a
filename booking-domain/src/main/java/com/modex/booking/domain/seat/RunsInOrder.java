package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Section;
import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the runs of free seats, front row first. It leaps over what is taken and over runs that are too short,
 * and looks at no seat twice: a house may have 100,000.
 */
final class RunsInOrder implements Iterator<Run> {
    private final BitSet free;
    private final int atLeast;
    private final Iterator<Section> sectionsBehind;
    private final int lastSeat;

    private Section section;
    private int sectionFirst = 1;

    /** Free seats side by side by their numbers alone: a stretch may go on through many rows. */
    private int stretchEnd = 1;

    private @Nullable Run next;

    RunsInOrder(SeatPlan plan, BitSet free, int atLeast) {
        this.free = free;
        this.atLeast = atLeast;
        sectionsBehind = plan.sections().iterator();
        section = sectionsBehind.next();
        lastSeat = plan.totalSeats();
        next = runFrom(1);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Run next() {
        Run run = next;
        if (run == null) {
            throw new NoSuchElementException();
        }
        next = runFrom(run.end());
        return run;
    }

    private @Nullable Run runFrom(int number) {
        int first = nextFree(number);
        while (isInTheHouse(first)) {
            enterSectionOf(first);
            int rowFirst = first - (first - sectionFirst) % section.seatsPerRow();
            int rowEnd = Math.min(rowFirst + section.seatsPerRow(), sectionEnd());
            int end = Math.min(stretchEnd, rowEnd);
            if (end - first >= atLeast) {
                return new Run(new Row(rowFirst, rowEnd - rowFirst), first, end - first);
            }
            first = nextFree(end);
        }
        return null;
    }

    /**
     * The first free seat from this one on, or a negative number. To look for it only at the end of a stretch keeps the
     * whole walk to one look at each seat.
     */
    private int nextFree(int number) {
        if (number < stretchEnd) {
            return number;
        }
        int first = free.nextSetBit(number);
        stretchEnd = first < 0 ? first : free.nextClearBit(first);
        return first;
    }

    private boolean isInTheHouse(int number) {
        return number > 0 && number <= lastSeat;
    }

    private void enterSectionOf(int number) {
        while (number >= sectionEnd()) {
            sectionFirst = sectionEnd();
            section = sectionsBehind.next();
        }
    }

    private int sectionEnd() {
        return sectionFirst + section.seats();
    }
}
