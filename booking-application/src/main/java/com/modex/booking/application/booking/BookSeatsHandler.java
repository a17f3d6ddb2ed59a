package com.modex.booking.application.booking;

import static com.modex.booking.domain.seat.UnavailableSeat.Reason.CONTESTED;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.Pause;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.SeatSale.Outcome;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.BestAvailable;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.Shows;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

final class BookSeatsHandler implements BookSeats {
    /** How long a request with a key waits for a twin that may be about to succeed. */
    private static final Duration FOR_A_TWIN = Duration.ofSeconds(1);

    /** How long the best seats are looked for while rivals hold locks on all that are left. */
    private static final Duration FOR_THE_BEST = Duration.ofSeconds(2);

    private final UnitOfWork unitOfWork;
    private final Shows shows;
    private final SeatMaps seatMaps;
    private final SeatSale sale;
    private final Alternatives alternatives;
    private final BusinessClock clock;
    private final Pause pause;

    BookSeatsHandler(
            UnitOfWork unitOfWork,
            Shows shows,
            SeatMaps seatMaps,
            SeatSale sale,
            Alternatives alternatives,
            BusinessClock clock,
            Pause pause) {
        this.unitOfWork = unitOfWork;
        this.shows = shows;
        this.seatMaps = seatMaps;
        this.sale = sale;
        this.alternatives = alternatives;
        this.clock = clock;
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
            switch (attempt(command, show -> sale.sell(command, show, seats))) {
                case Outcome.Settled(var result) -> {
                    return result;
                }
                case Outcome.Refused refused -> {
                    if (contested(refused).isEmpty() || !patience.lastsAt(refused.now())) {
                        return refusal(refused, seats.size());
                    }
                    patience.pause();
                }
            }
        }
    }

    /** Chooses without locks, locks the choice alone, and chooses again where a rival was faster. */
    private Result bookBest(Command command, SeatWish.Best best) {
        var patience = new Patience(pause, FOR_THE_BEST);
        var avoided = new TreeSet<SeatNumber>();
        while (true) {
            switch (attempt(command, show -> sellBest(command, show, best, avoided))) {
                case Outcome.Settled(var result) -> {
                    return result;
                }
                case Outcome.Refused refused -> {
                    boolean rivalsAreAtIt = !contested(refused).isEmpty();
                    // The whole choice is passed by: who is taking a seat of it is likely to take its neighbour too,
                    // and
                    // to settle beside them would leave single seats behind.
                    if (rivalsAreAtIt && !avoided.addAll(refused.wanted().numbers())) {
                        // There is nothing left that could be tried before the rivals have finished.
                        if (!patience.lastsAt(refused.now())) {
                            return refusal(refused, best.quantity());
                        }
                        patience.pause();
                        avoided.clear();
                    }
                }
            }
        }
    }

    private Outcome sellBest(Command command, Show show, SeatWish.Best best, SortedSet<SeatNumber> avoided) {
        FreeSeats free = seatMaps.free(show.id());
        Optional<SeatSelection> choice = choose(show, free.without(avoided), best);
        if (choice.isPresent()) {
            return sale.sell(command, show, choice.get());
        }
        // Rivals may still give back what they have locked: only what is committed says that there is not enough.
        return choose(show, free, best)
                .<Outcome>map(wanted -> new Outcome.Refused(wanted, contested(wanted), show, clock.now()))
                .orElseGet(() -> sale.settle(
                        command, new Result.NotEnoughSeats(alternatives.inPlaceOf(List.of(), best.quantity(), show))));
    }

    private static List<UnavailableSeat> contested(SeatSelection wanted) {
        return wanted.numbers().stream()
                .map(number -> new UnavailableSeat(number, CONTESTED))
                .toList();
    }

    private static Optional<SeatSelection> choose(Show show, FreeSeats free, SeatWish.Best best) {
        return BestAvailable.choose(show.plan(), free, best.quantity(), best.allowSplit())
                .map(SeatSelection::new);
    }

    private Outcome attempt(Command command, Function<Show, Outcome> selling) {
        return unitOfWork.run(() -> shows.find(command.show())
                .map(selling)
                .orElseGet(() -> new Outcome.Settled(new Result.ShowNotFound())));
    }

    private static Collection<SeatNumber> contested(Outcome.Refused refused) {
        return refused.seats().stream()
                .filter(seat -> seat.reason() == CONTESTED)
                .map(UnavailableSeat::number)
                .toList();
    }

    private Result refusal(Outcome.Refused refused, int size) {
        return new Result.Refused(refused.seats(), alternatives.inPlaceOf(refused.seats(), size, refused.show()));
    }
}
