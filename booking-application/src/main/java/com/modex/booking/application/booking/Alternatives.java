package com.modex.booking.application.booking;

import com.modex.booking.application.Awaited;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.BestAvailable;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer is offered in place of seats that were refused. It is read without locks and promises nothing; those who
 * ask for the same show at the same moment share one reading. Where some did, there is a rush, and whoever comes within
 * the next {@value #KEPT_MILLIS} ms gets the same: what is offered then may have been sold meanwhile. Who asks alone gets
 * what is free now.
 *
 * <p>Never to be asked for inside a unit of work: who waits for another's reading there keeps seats and a connection, which
 * that reading may be waiting for.
 */
final class Alternatives {
    private static final int KEPT_MILLIS = 50;
    private static final int MOST_SHOWS = 100;

    private final SeatMaps seatMaps;
    private final LongSupplier nanoTime;
    private final SequencedMap<ShowId, Reading> readings = new LinkedHashMap<>();

    Alternatives(SeatMaps seatMaps) {
        this(seatMaps, System::nanoTime);
    }

    /** @param nanoTime a stopwatch, as {@link System#nanoTime} is one */
    Alternatives(SeatMaps seatMaps, LongSupplier nanoTime) {
        this.seatMaps = seatMaps;
        this.nanoTime = nanoTime;
    }

    /** Up to three choices of that size; not of the seats that were just refused, which others are busy with. */
    List<SeatSelection> inPlaceOf(List<UnavailableSeat> refused, int size, Show show) {
        return reading(show.id())
                .inPlaceOf(refused.stream().map(UnavailableSeat::number).toList(), size, show.plan());
    }

    private Reading reading(ShowId show) {
        Reading reading = current(show);
        if (reading.doUnlessBegun() || reading.succeeds()) {
            return reading;
        }
        // All who have waited in vain wait once more, for the same reading; whether it fails or not, there is no third.
        Reading again = inPlaceOf(reading);
        again.doUnlessBegun();
        return again;
    }

    private synchronized Reading current(ShowId show) {
        long now = nanoTime.getAsLong();
        readings.values().removeIf(reading -> reading.isOverAt(now));
        if (readings.size() == MOST_SHOWS && !readings.containsKey(show)) {
            readings.pollFirstEntry();
        }
        return readings.computeIfAbsent(show, Reading::new);
    }

    private synchronized Reading inPlaceOf(Reading failed) {
        if (failed.next == null) {
            failed.next = current(failed.show);
        }
        return failed.next;
    }

    /** One reading of a show's free seats, with what was chosen from it. */
    private final class Reading {
        private final ShowId show;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final CompletableFuture<FreeSeats> free = new CompletableFuture<>();
        private final Map<Wish, List<SeatSelection>> chosen = new ConcurrentHashMap<>();
        private volatile boolean shared;
        private volatile long endedAt;

        /** Guarded by the alternatives. */
        private @Nullable Reading next;

        Reading(ShowId show) {
            this.show = show;
        }

        /** Whether it was the caller who did it. */
        boolean doUnlessBegun() {
            if (!begun.compareAndSet(false, true)) {
                shared = true;
                return false;
            }
            try {
                FreeSeats read = seatMaps.free(show);
                endedAt = nanoTime.getAsLong();
                free.complete(read);
            } catch (RuntimeException | Error e) {
                free.completeExceptionally(e);
            }
            return true;
        }

        /** Waits for its end. */
        boolean succeeds() {
            return free.handle((_, failure) -> failure == null).join();
        }

        boolean isOverAt(long now) {
            return free.isCompletedExceptionally()
                    || (free.isDone() && !(shared && now - endedAt < TimeUnit.MILLISECONDS.toNanos(KEPT_MILLIS)));
        }

        List<SeatSelection> inPlaceOf(List<SeatNumber> refused, int size, SeatPlan plan) {
            FreeSeats all = Awaited.resultOf(free);
            return all.haveAnyOf(refused)
                    ? choose(plan, all.without(refused), size)
                    : chosen.computeIfAbsent(new Wish(plan, size), _ -> choose(plan, all, size));
        }
    }

    private static List<SeatSelection> choose(SeatPlan plan, FreeSeats free, int size) {
        return BestAvailable.alternatives(plan, free, size).stream()
                .map(SeatSelection::new)
                .toList();
    }

    private record Wish(SeatPlan plan, int size) {}
}
