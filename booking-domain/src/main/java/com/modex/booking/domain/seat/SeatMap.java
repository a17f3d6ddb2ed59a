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
 * Every seat of a show in seat order, as they were at one moment. It promises nothing: a booking decides on locks.
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

    /**
     * This map once seats of it have become what they are there.
     *
     * @param changed of the same show
     */
    public SeatMap with(SeatMap changed) {
        if (!changed.show.equals(show)) {
            throw new IllegalArgumentException("Seats of " + changed.show + " on the map of " + show);
        }
        var all = new ArrayList<>(seats);
        changed.seats.forEach(entry -> all.set(entry.number().value() - 1, entry));
        return new SeatMap(show, all, shorter(firstHoldEndsIn, changed.firstHoldEndsIn));
    }

    private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
        return other == null || (one != null && one.compareTo(other) < 0) ? one : other;
    }

    /** One seat of the map. */
    public record Entry(SeatNumber number, SeatStatus status) {}
}
