package com.modex.booking.application;

import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what this server has changed, so that an answer which is kept can tell whether it still holds: made at one
 * count, it lacks nothing that this server has done while the count is the same. Take the count before reading what the
 * answer is made of. What other servers change is not counted.
 *
 * <p>Of seats it also keeps, for a short while, what they were changed to: who has read them at one count can go on from there.
 */
public final class ChangeCounts {
    /** Shows share counters, so that memory is bounded; a change of one makes the others' answers be made anew. */
    private static final int COUNTERS = 1 << 12;

    /** So many seats of each counter are kept with what became of them: a few kilobytes. */
    private static final int SEATS_KEPT = 128;

    private final AtomicLong shows = new AtomicLong();
    private final List<SeatChanges> seats =
            Stream.generate(SeatChanges::new).limit(COUNTERS).toList();

    /** How often any show was made or changed. */
    public long ofShows() {
        return shows.get();
    }

    /** How often seats of that show changed hands, or were added. */
    public long ofSeats(ShowId show) {
        return changesOf(show).count();
    }

    /**
     * What this server has changed of the show's seats since that count, and up to which count that goes; empty if it is
     * not known, or not any more.
     */
    public Optional<Changed> since(ShowId show, long count) {
        return changesOf(show).since(show, count);
    }

    /** To be called once the change can be read, and before anybody is told that it was made. */
    public void countShow() {
        shows.incrementAndGet();
    }

    /** Like {@link #countSeats(SeatMap, long)} where it is not known what has become of which seats. */
    public void countSeats(ShowId show) {
        changesOf(show).add(new Change(show, null));
    }

    /**
     * To be called once the change can be read, and before anybody is told that it was made.
     *
     * @param changed the seats that were changed, as they are now
     * @param decided the count while those seats were locked: if any of them has been changed again since, it is not known
     *     what came first
     */
    public void countSeats(SeatMap changed, long decided) {
        changesOf(changed.show()).add(changed, decided);
    }

    private SeatChanges changesOf(ShowId show) {
        return seats.get(show.value().hashCode() & (COUNTERS - 1));
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

    /** @param seats null if it is not known which */
    private record Change(ShowId show, @Nullable SeatMap seats) {
        int size() {
            return seats == null ? 1 : seats.seats().size();
        }

        boolean mayBeOf(ShowId other, Set<SeatNumber> numbers) {
            return show.equals(other)
                    && (seats == null || seats.seats().stream().anyMatch(entry -> numbers.contains(entry.number())));
        }
    }

    /** The changes of the shows that share a counter: how many there were, and the last of them. */
    private static final class SeatChanges {
        private final Deque<Change> last = new ArrayDeque<>(1);
        private int seatsKept;
        private long count;

        synchronized long count() {
            return count;
        }

        synchronized void add(SeatMap changed, long decided) {
            Set<SeatNumber> numbers =
                    changed.seats().stream().map(SeatMap.Entry::number).collect(Collectors.toSet());
            boolean inOrder =
                    isKeptSince(decided) && since(decided).noneMatch(change -> change.mayBeOf(changed.show(), numbers));
            add(new Change(changed.show(), inOrder ? changed : null));
        }

        synchronized void add(Change change) {
            count++;
            last.addLast(change);
            seatsKept += change.size();
            while (seatsKept > SEATS_KEPT) {
                seatsKept -= last.removeFirst().size();
            }
        }

        synchronized Optional<Changed> since(ShowId show, long from) {
            if (!isKeptSince(from)) {
                return Optional.empty();
            }
            var changed = new ArrayList<SeatMap>();
            for (Change change :
                    since(from).filter(each -> each.show.equals(show)).toList()) {
                if (change.seats == null) {
                    return Optional.empty();
                }
                changed.add(change.seats);
            }
            return Optional.of(new Changed(changed, count));
        }

        private boolean isKeptSince(long from) {
            return count - from <= last.size();
        }

        private Stream<Change> since(long from) {
            return last.stream().skip(last.size() - (count - from));
        }
    }
}
