package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Seats of a show in seat order, as they were at one moment: every seat, where it is not said that they are some. It promises
 * nothing: a booking decides on locks.
 *
 * @param firstHoldEndsIn how long after that moment the first of the holds in it runs out, whereupon it is no longer right
 *     though nobody has written anything; null where nothing is held
 */
public record SeatMap(
        ShowId show, List<Entry> seats, @Nullable Duration firstHoldEndsIn) {
    public SeatMap {
        seats = List.copyOf(seats);
    }

    /** What those seats of the show are at that moment. */
    public static SeatMap at(Instant now, ShowId show, Collection<Seat> seats) {
        return new SeatMap(
                show,
                seats.stream()
                        .map(seat -> new Entry(seat.number(), seat.statusAt(now)))
                        .toList(),
                seats.stream()
                        .flatMap(seat -> seat.holdLeftAt(now).stream())
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** Whether all seats that were changed are on this map, which has every seat there was. */
    public boolean has(List<SeatMap> changes) {
        return changes.stream()
                .flatMap(changed -> changed.seats.stream())
                .allMatch(entry -> entry.number().value() <= seats.size());
    }

    /**
     * This map, which has every seat, once some of them have become what they are there. What is said of the end of holds is
     * right within the time between the moments of the changes and of this map.
     *
     * @param changes of the same show, one after the other
     */
    public SeatMap with(List<SeatMap> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(seats);
        Duration ends = firstHoldEndsIn;
        for (SeatMap changed : changes) {
            if (!changed.show.equals(show)) {
                throw new IllegalArgumentException("Seats of " + changed.show + " on the map of " + show);
            }
            changed.seats.forEach(entry -> all.set(entry.number().value() - 1, entry));
            ends = shorter(ends, changed.firstHoldEndsIn);
        }
        return new SeatMap(show, all, ends);
    }

    private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
        return other == null || (one != null && one.compareTo(other) < 0) ? one : other;
    }

    /** One seat of the map. */
    public record Entry(SeatNumber number, SeatStatus status) {}
}
