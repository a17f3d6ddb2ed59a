package com.modex.booking.application.show;

import com.modex.booking.application.ChangeCounts;
import com.modex.booking.application.Recent;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Seat maps that were read of late, with all that this server has changed since: to read a map anew for every booking costs
 * the database more than the booking. Where it is not known what was changed, or is of a seat that another server has added,
 * and where what others have changed might be missing for too long, the map is read.
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
        long asked = stopwatch.getAsLong();
        Dated dated = upToDate(recent.get(show), maxAge, asked);
        if (dated == null) {
            dated = read(show, asked);
        }
        if (!dated.map.seats().isEmpty()) {
            recent.put(show, dated);
        }
        return new Current(dated.map, dated.rightFor(maxAge, asked));
    }

    private @Nullable Dated upToDate(@Nullable Dated known, Duration maxAge, long asked) {
        if (known == null || !known.rightFor(maxAge, asked).isPositive()) {
            return null;
        }
        SeatMap map = known.map;
        return changes.since(map.show(), known.count)
                .filter(changed -> map.has(changed.seats()))
                .map(changed -> new Dated(map.with(changed.seats()), changed.count(), known.read))
                .orElse(null);
    }

    private Dated read(ShowId show, long asked) {
        // Before the reading: what is changed while it goes on may or may not be in it.
        long count = changes.ofSeats(show);
        return new Dated(seatMaps.of(show), count, asked);
    }

    /**
     * A seat map as it is now.
     *
     * @param rightFor how long from when it was asked for it is no older than it may be, and none of the holds in it has run
     *     out
     */
    record Current(SeatMap map, Duration rightFor) {}

    /**
     * A seat map with the changes up to that count.
     *
     * @param read when its reading began, on the stopwatch
     */
    private record Dated(SeatMap map, long count, long read) {
        Duration rightFor(Duration maxAge, long now) {
            Duration firstHoldEndsIn = map.firstHoldEndsIn();
            Duration whole =
                    firstHoldEndsIn == null || firstHoldEndsIn.compareTo(maxAge) > 0 ? maxAge : firstHoldEndsIn;
            return whole.minusNanos(now - read);
        }
    }
}
