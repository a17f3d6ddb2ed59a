package com.modex.booking.application.booking;

import static com.modex.booking.domain.seat.UnavailableSeat.Reason.CONTESTED;

import com.modex.booking.application.GroupCommit;
import com.modex.booking.application.Pause;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.SeatNumber;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

final class BookSeatsHandler implements BookSeats {
    /** How long a request with a key waits for a twin that may be about to succeed. */
    private static final Duration FOR_A_TWIN = Duration.ofSeconds(1);

    /** How long the best seats are looked for while rivals hold locks on all that are left. */
    private static final Duration FOR_THE_BEST = Duration.ofSeconds(2);

    private final GroupCommit<Attempt, Outcome> sales;
    private final Alternatives alternatives;
    private final Pause pause;

    BookSeatsHandler(GroupCommit<Attempt, Outcome> sales, Alternatives alternatives, Pause pause) {
        this.sales = sales;
        this.alternatives = alternatives;
        this.pause = pause;
    }

    @Override
    public Result book(Command command) {
        return switch (command.wish()) {
            case SeatWish.Named(var seats) -> bookNamed(command, seats);
            case SeatWish.Best best -> bookBest(command, best);
        };
    }

    private Result bookNamed(Command command, SeatSelection seats) {
        var patience = new Patience(pause, command.key() == null ? Duration.ZERO : FOR_A_TWIN);
        while (true) {
            Outcome outcome = sales.carry(new Attempt(command, Set.of()));
            if (!(outcome instanceof Outcome.Refused refused
                    && isContested(refused)
                    && patience.lastsAt(refused.now()))) {
                return result(outcome, seats.size());
            }
            patience.pause();
        }
    }

    /** Locks the choice alone, and chooses again where a rival was faster. */
    private Result bookBest(Command command, SeatWish.Best best) {
        var patience = new Patience(pause, FOR_THE_BEST);
        var avoided = new TreeSet<SeatNumber>();
        while (true) {
            Outcome outcome = sales.carry(new Attempt(command, avoided));
            if (!(outcome instanceof Outcome.Refused refused)) {
                return result(outcome, best.quantity());
            }
            if (!isContested(refused)) {
                continue;
            }
            if (!patience.lastsAt(refused.now())) {
                return result(outcome, best.quantity());
            }
            // The whole choice is passed by: who is taking a seat of it is likely to take its neighbour too, and to
            // settle beside them would leave single seats behind.
            if (!avoided.addAll(refused.wanted().numbers())) {
                // There is nothing left that could be tried before the rivals have finished.
                patience.pause();
                avoided.clear();
            }
        }
    }

    private static boolean isContested(Outcome.Refused refused) {
        return refused.seats().stream().anyMatch(seat -> seat.reason() == CONTESTED);
    }

    private Result result(Outcome outcome, int size) {
        return switch (outcome) {
            case Outcome.Settled(var result) -> result;
            case Outcome.Refused refused ->
                new Result.Refused(refused.seats(), alternatives.inPlaceOf(refused.seats(), size, refused.show()));
            case Outcome.NotEnough(var show) ->
                new Result.NotEnoughSeats(alternatives.inPlaceOf(List.of(), size, show));
        };
    }
}
