package com.modex.booking.application.show;

import com.modex.booking.application.ChangeCounts;
import com.modex.booking.application.Recent;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Seat maps that were read of late, with all that this server has changed since: to read a map anew for every booking costs
 * the database more than the booking. Where it is not known what was changed, and where what others have changed might be
 * missing for too long, the map is read.
 */
final class RecentSeatMaps {
    private final SeatMaps seatMaps;
    private final ChangeCounts changes;
    private final LongSupplier stopwatch;
    private final Recent<ShowId, Dated> recent =
            Recent.ofSeats(dated -> dated.map().seats().size());

    /** @param stopwatch nanoseconds since any moment */
    RecentSeatMaps(SeatMaps seatMaps, ChangeCounts changes, LongSupplier stopwatch) {
        this.seatMaps = seatMaps;
        this.changes = changes;
        this.stopwatch = stopwatch;
    }

    /**
     * A seat map that lacks nothing that this server had changed when it was asked for.
     *
     * @param maxAge how long ago it may have been read
     */
    Current of(ShowId show, Duration maxAge) {
        Dated known = recent.get(show);
        Current current = known == null ? null : current(known, maxAge);
        return current == null ? read(show, maxAge) : current;
    }

    private @Nullable Current current(Dated known, Duration maxAge) {
        Duration rightFor = known.rightFor(maxAge, stopwatch.getAsLong());
        if (!rightFor.isPositive()) {
            return null;
        }
        Optional<ChangeCounts.Changed> changed = changes.since(known.map().show(), known.count());
        if (changed.isEmpty()) {
            return null;
        }
        SeatMap map = known.map();
        for (SeatMap seats : changed.get().seats()) {
            map = map.with(seats);
        }
        var updated = new Dated(map, changed.get().count(), known.read());
        recent.put(map.show(), updated);
        return updated.current(maxAge, stopwatch.getAsLong());
    }

    private Current read(ShowId show, Duration maxAge) {
        // Both before the reading: what comes while it goes on may or may not be in it.
        long count = changes.ofSeats(show);
        long begun = stopwatch.getAsLong();
        var read = new Dated(seatMaps.of(show), count, begun);
        recent.put(show, read);
        return read.current(maxAge, stopwatch.getAsLong());
    }

    /**
     * A seat map as it is now.
     *
     * @param rightFor how long it is no older than it may be, and none of the holds in it has run out
     */
    record Current(SeatMap map, Duration rightFor) {}

    /**
     * A seat map with the changes up to that count.
     *
     * @param read when it was read, on the stopwatch
     */
    private record Dated(SeatMap map, long count, long read) {
        Current current(Duration maxAge, long now) {
            return new Current(map, rightFor(maxAge, now));
        }

        Duration rightFor(Duration maxAge, long now) {
            Duration firstHoldEndsIn = map.firstHoldEndsIn();
            Duration whole =
                    firstHoldEndsIn == null || firstHoldEndsIn.compareTo(maxAge) > 0 ? maxAge : firstHoldEndsIn;
            return whole.minusNanos(now - read);
        }
    }
}
