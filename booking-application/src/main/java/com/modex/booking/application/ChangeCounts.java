package com.modex.booking.application;

import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what this server has changed, so that an answer which is kept can tell whether it still holds: made at one
 * count, it lacks nothing that this server has done while the count is the same. Take the count before reading what the
 * answer is made of. What other servers change is not counted.
 *
 * <p>Of seats it also keeps what they were changed to, while there is room for it: who has read them at one count can go on
 * from there.
 */
public final class ChangeCounts {
    /** Shows share counters, so that memory is bounded; a change of one makes the others' answers be made anew. */
    private static final int COUNTERS = 1 << 12;

    /** Of all shows together, of less than 200 bytes each; those of the show that was changed longest ago go first. */
    private static final int MOST_SEATS_KEPT = 20_000;

    private final AtomicLong shows = new AtomicLong();
    private final AtomicLongArray seats = new AtomicLongArray(COUNTERS);
    private final SequencedMap<ShowId, Log> logs = new LinkedHashMap<>();
    private int seatsKept;

    /** How often any show was made or changed. */
    public long ofShows() {
        return shows.get();
    }

    /** How often seats of that show changed hands, or were added. */
    public long ofSeats(ShowId show) {
        return seats.get(counterOf(show));
    }

    /** What this server has changed of the show's seats since that count; empty if that is not known, or not any more. */
    public synchronized Optional<Changed> since(ShowId show, long count) {
        long now = ofSeats(show);
        Log log = logs.get(show);
        if (log != null && log.begins <= count) {
            return Optional.of(new Changed(log.since(count).map(Change::seats).toList(), now));
        }
        return now == count ? Optional.of(new Changed(List.of(), now)) : Optional.empty();
    }

    /** To be called once the change can be read, and before anybody is told that it was made. */
    public void countShow() {
        shows.incrementAndGet();
    }

    /** Like {@link #countSeats(SeatMap, long)} where it is not known what has become of which seats, or in which order. */
    public synchronized void countSeats(ShowId show) {
        forget(logs.remove(show));
        logs.putLast(show, new Log(seats.incrementAndGet(counterOf(show))));
        makeRoom();
    }

    /**
     * To be called once the change can be read, and before anybody is told that it was made.
     *
     * @param changed the seats that were changed, as they are now
     * @param decided the count while those seats were locked: if any of them has been changed again since, it is not known
     *     what came first
     */
    public synchronized void countSeats(SeatMap changed, long decided) {
        ShowId show = changed.show();
        if (changed.seats().size() > Log.MOST_SEATS || !isInOrder(changed, decided)) {
            countSeats(show);
            return;
        }
        Log log = logs.remove(show);
        if (log == null) {
            log = new Log(ofSeats(show));
        }
        seatsKept -= log.seats;
        log.add(new Change(seats.incrementAndGet(counterOf(show)), changed));
        seatsKept += log.seats;
        logs.putLast(show, log);
        makeRoom();
    }

    private boolean isInOrder(SeatMap changed, long decided) {
        Log log = logs.get(changed.show());
        if (log == null || log.begins > decided) {
            return ofSeats(changed.show()) == decided;
        }
        Set<SeatNumber> numbers =
                changed.seats().stream().map(SeatMap.Entry::number).collect(Collectors.toSet());
        return log.since(decided)
                .flatMap(change -> change.seats.seats().stream())
                .noneMatch(entry -> numbers.contains(entry.number()));
    }

    private void makeRoom() {
        while (seatsKept + logs.size() > MOST_SEATS_KEPT) {
            forget(logs.pollFirstEntry().getValue());
        }
    }

    private void forget(@Nullable Log log) {
        seatsKept -= log == null ? 0 : log.seats;
    }

    private static int counterOf(ShowId show) {
        return show.value().hashCode() & (COUNTERS - 1);
    }

    /**
     * What was changed of the seats of one show.
     *
     * @param seats what they were changed to, one change after the other
     * @param count all changes up to that one are among them
     */
    public record Changed(List<SeatMap> seats, long count) {
        public Changed {
            seats = List.copyOf(seats);
        }
    }

    /** @param count including this one */
    private record Change(long count, SeatMap seats) {}

    /** The last changes of one show: all since a count. */
    private static final class Log {
        /** A few batches of bookings; who has not looked for so long had better read anew. */
        private static final int MOST_SEATS = 500;

        private final Deque<Change> changes = new ArrayDeque<>();
        private long begins;
        private int seats;

        Log(long begins) {
            this.begins = begins;
        }

        void add(Change change) {
            changes.addLast(change);
            seats += change.seats.seats().size();
            while (seats > MOST_SEATS) {
                Change oldest = changes.removeFirst();
                begins = oldest.count;
                seats -= oldest.seats.seats().size();
            }
        }

        Stream<Change> since(long count) {
            return changes.stream().filter(change -> change.count > count);
        }
    }
}
