package com.modex.booking.application;

import com.modex.booking.domain.show.ShowId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts what this server has changed, so that an answer which is kept can tell whether it still holds: made at one
 * count, it lacks nothing that this server has done while the count is the same. Take the count before reading what the
 * answer is made of. What other servers change is not counted.
 */
public final class ChangeCounts {
    /** Shows share counters, so that memory is bounded; a change of one makes the others' answers be made anew. */
    private static final int COUNTERS = 1 << 12;

    private final AtomicLong shows = new AtomicLong();
    private final AtomicLongArray seats = new AtomicLongArray(COUNTERS);

    /** How often any show was made or changed. */
    public long ofShows() {
        return shows.get();
    }

    /** How often seats of that show changed hands, or were added. */
    public long ofSeats(ShowId show) {
        return seats.get(counterOf(show));
    }

    /** To be called once the change can be read, and before anybody is told that it was made. */
    public void countShow() {
        shows.incrementAndGet();
    }

    /** To be called once the change can be read, and before anybody is told that it was made. */
    public void countSeats(ShowId show) {
        seats.incrementAndGet(counterOf(show));
    }

    private static int counterOf(ShowId show) {
        return show.value().hashCode() & (COUNTERS - 1);
    }
}
