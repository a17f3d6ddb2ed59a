package com.modex.booking.application.booking;

import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.BestAvailable;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says which seats to try for, in one unit of work and without locks: those that are named, or the best that are free,
 * which no two buyers of the unit of work are sent after.
 */
final class Choosing {
    private final SeatMaps seatMaps;
    private final Map<ShowId, FreeSeats> free = new HashMap<>();
    private final Map<ShowId, Set<SeatNumber>> triedFor = new HashMap<>();

    Choosing(SeatMaps seatMaps) {
        this.seatMaps = seatMaps;
    }

    /**
     * Chooses for the next buyer.
     *
     * @param show as it is known, which may be out of date; null if there is no such show
     */
    Choice choose(Attempt attempt, @Nullable Show show) {
        if (show == null) {
            return new Choice.ShowNotFound();
        }
        Choice choice =
                switch (attempt.command().wish()) {
                    case SeatWish.Named(var seats) -> new Choice.Seats(attempt, show, seats);
                    case SeatWish.Best best -> chooseBest(attempt, show, best);
                };
        if (choice instanceof Choice.Seats seats) {
            triedFor(show).addAll(seats.wanted().numbers());
        }
        return choice;
    }

    private Choice chooseBest(Attempt attempt, Show show, SeatWish.Best best) {
        FreeSeats committed = free.computeIfAbsent(show.id(), seatMaps::free);
        var choice = choose(show, committed.without(attempt.avoided()).without(triedFor(show)), best);
        if (choice.isPresent()) {
            return new Choice.Seats(attempt, show, choice.get());
        }
        // Rivals may still give back what they are after: only what is committed says that there is not enough.
        return choose(show, committed, best)
                .<Choice>map(wanted -> new Choice.Contested(attempt, show, wanted))
                .orElseGet(() -> new Choice.NotEnough(attempt, show, best.quantity()));
    }

    private static Optional<SeatSelection> choose(Show show, FreeSeats free, SeatWish.Best best) {
        return BestAvailable.choose(show.plan(), free, best.quantity(), best.allowSplit())
                .map(SeatSelection::new);
    }

    private Set<SeatNumber> triedFor(Show show) {
        return triedFor.computeIfAbsent(show.id(), _ -> new TreeSet<>());
    }

    /** What an attempt goes for. */
    sealed interface Choice {
        /**
         * Seats to try for.
         *
         * @param show as it is known, which may be out of date
         */
        record Seats(Attempt attempt, Show show, SeatSelection wanted) implements Choice {}

        /** There are no seats to try for but these, which rivals are after. That comes behind every other refusal. */
        record Contested(Attempt attempt, Show show, SeatSelection wanted) implements Choice {}

        /** There are no seats to try for. That comes behind every other refusal. */
        record NotEnough(Attempt attempt, Show show, int quantity) implements Choice {}

        /** There is no such show. */
        record ShowNotFound() implements Choice {}
    }
}
