package com.modex.booking.application.booking;

import static com.modex.booking.domain.seat.UnavailableSeat.Reason.BLOCKED;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.GroupCommit;
import com.modex.booking.application.GroupCommit.SpoiltException;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.Choosing.Choice;
import com.modex.booking.domain.ConcurrentChangeException;
import com.modex.booking.domain.Keyed;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingIds;
import com.modex.booking.domain.booking.BookingKey;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.Buyer;
import com.modex.booking.domain.booking.BuyerLock;
import com.modex.booking.domain.booking.BuyersSeats;
import com.modex.booking.domain.booking.HoldLimit;
import com.modex.booking.domain.booking.NewBooking;
import com.modex.booking.domain.seat.BoxOffice;
import com.modex.booking.domain.seat.BoxOffice.Sale;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SalesLedger;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.SeatRequest;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sells seats to buyers in one unit of work, one buyer after the other in the order in which they came: all seats are
 * locked at once, each buyer finds what the buyers before have left, and what was sold is written at once. No buyer is
 * there twice for the same show.
 */
record SeatSale(
        UnitOfWork unitOfWork,
        KnownShows shows,
        SeatMaps seatMaps,
        BuyerLock buyerLock,
        SeatLock seatLock,
        Bookings bookings,
        SalesLedger ledger,
        BookingIds ids,
        HoldLimit holdLimit,
        BusinessClock clock)
        implements GroupCommit.Work<Attempt, Outcome> {

    @Override
    public List<Outcome> doTogether(List<Attempt> attempts, Runnable decided) {
        return unitOfWork.run(() -> {
            List<Outcome> outcomes = sell(attempts);
            decided.run();
            return outcomes;
        });
    }

    private List<Outcome> sell(List<Attempt> attempts) {
        List<Choice> choices = choose(attempts);
        Locks locks = lock(choices);
        var outcomes = new ArrayList<Outcome>();
        var sold = new ArrayList<NewBooking>();
        var judged = new HashSet<Show>();
        for (Choice choice : choices) {
            outcomes.add(
                    switch (choice) {
                        case Choice.NotEnough notEnough -> {
                            judged.add(notEnough.show());
                            yield refuse(notEnough, locks);
                        }
                        case Choice.Nothing(var outcome) -> outcome;
                        case Choice.Seats seats -> sell(seats, locks, sold, judged);
                    });
        }
        judged.forEach(shows::requireUnchanged);
        if (!sold.isEmpty()) {
            List<NewBooking> notEntered = enter(sold, locks);
            if (!notEntered.isEmpty()) {
                return List.of(settleAlone(notEntered, attempts));
            }
        }
        return replaysBeforeRefusals(outcomes, attempts);
    }

    private List<Choice> choose(List<Attempt> attempts) {
        Map<ShowId, Show> known =
                shows.find(attempts.stream().map(Attempt::show).collect(Collectors.toSet()));
        var choosing = new Choosing(seatMaps, clock);
        return attempts.stream()
                .map(attempt -> choosing.choose(attempt, known.get(attempt.show())))
                .toList();
    }

    private Locks lock(List<Choice> choices) {
        var limited = new ArrayList<Buyer>();
        var wanted = new HashMap<ShowId, SortedSet<SeatNumber>>();
        for (Choice choice : choices) {
            switch (choice) {
                case Choice.Seats(var attempt, var show, var seats) -> {
                    wanted.computeIfAbsent(show.id(), _ -> new TreeSet<>()).addAll(seats.numbers());
                    addIfLimited(attempt, show, limited);
                }
                case Choice.NotEnough notEnough -> addIfLimited(notEnough.attempt(), notEnough.show(), limited);
                case Choice.Nothing _ -> {}
            }
        }
        if (!limited.isEmpty()) {
            buyerLock.lock(limited);
        }
        Map<ShowId, LockedSeats> seats = wanted.isEmpty() ? Map.of() : seatLock.take(wanted);
        return new Locks(seats, limited.isEmpty() ? Map.of() : bookings.countSeats(limited));
    }

    private static void addIfLimited(Attempt attempt, Show show, List<Buyer> limited) {
        if (show.terms().seatLimit() != null || !attempt.command().confirm()) {
            limited.add(attempt.buyer());
        }
    }

    private Outcome refuse(Choice.NotEnough choice, Locks locks) {
        Attempt attempt = choice.attempt();
        return BoxOffice.refuse(
                        choice.show(),
                        choice.quantity(),
                        attempt.command().confirm(),
                        locks.seatsSoFarOf(attempt),
                        holdLimit,
                        clock.now())
                .map(SeatSale::settled)
                .orElseGet(() -> new Outcome.NotEnough(choice.show()));
    }

    /**
     * @param sold takes the booking if there is one
     * @param judged takes the show if a refusal rests on it
     */
    private Outcome sell(Choice.Seats choice, Locks locks, List<NewBooking> sold, Set<Show> judged) {
        Show show = choice.show();
        BookSeats.Command command = choice.attempt().command();
        LockedSeats locked = locks.seatsOf(show);
        var request = new SeatRequest(ids.next(), command.user(), choice.wanted(), command.confirm());
        return switch (BoxOffice.sell(show, request, locked, locks.seatsSoFarOf(choice.attempt()), holdLimit)) {
            case Sale.Sold(var booking, var seats) -> {
                locked.apply(seats);
                sold.add(new NewBooking(booking, show, command.key()));
                yield new Outcome.Settled(new BookSeats.Result.Booked(BookingDetails.of(booking)));
            }
            case Sale.Refused(var unavailable) -> {
                if (unavailable.stream().allMatch(seat -> seat.reason() == BLOCKED)) {
                    // A cancelled show has no other seats that are not free.
                    judged.add(show);
                }
                yield new Outcome.Refused(choice.wanted(), unavailable, show, locked.now());
            }
            case Sale refusal -> {
                judged.add(show);
                yield settled(refusal);
            }
        };
    }

    /** A refusal that rests on the show as it is known. */
    private static Outcome settled(Sale refusal) {
        return new Outcome.Settled(
                switch (refusal) {
                    case Sale.UnknownSeats(var unknown) -> new BookSeats.Result.UnknownSeats(unknown);
                    case Sale.NotOnSale(var sales) -> new BookSeats.Result.NotOnSale(sales);
                    case Sale.LimitExceeded(var limit, var soFar) -> new BookSeats.Result.LimitExceeded(limit, soFar);
                    case Sale.HoldLimitExceeded(var limit, var onHold) ->
                        new BookSeats.Result.HoldLimitExceeded(limit, onHold);
                    case Sale.Sold _, Sale.Refused _ -> throw new IllegalArgumentException("Does not rest on the show");
                });
    }

    private List<NewBooking> enter(List<NewBooking> sold, Locks locks) {
        Set<BookingId> entered = ledger.enter(sold, locks.seats.values());
        return sold.stream()
                .filter(booking -> !entered.contains(booking.booking().id()))
                .toList();
    }

    /**
     * What was decided for these buyers does not stand: their keys were used before, or the shows have changed. Others
     * may have been refused for the sake of it, so nothing is left of the whole unit of work unless the buyer is alone.
     */
    private Outcome settleAlone(List<NewBooking> notEntered, List<Attempt> attempts) {
        notEntered.forEach(booking -> shows.forget(booking.show().id()));
        if (attempts.size() > 1) {
            Set<Buyer> spoilt = notEntered.stream()
                    .map(booking ->
                            new Buyer(booking.show().id(), booking.booking().user()))
                    .collect(Collectors.toSet());
            throw new SpoiltException(IntStream.range(0, attempts.size())
                    .filter(place -> spoilt.contains(attempts.get(place).buyer()))
                    .boxed()
                    .toList());
        }
        Attempt attempt = attempts.getFirst();
        return attempt.key()
                .flatMap(key -> Optional.ofNullable(
                                bookings.findMadeWith(List.of(key)).get(key))
                        .map(keyed -> replay(key, keyed)))
                .orElseThrow(() -> new ConcurrentChangeException("Show " + attempt.show() + " has changed"));
    }

    /** A refusal stands unless the same request has succeeded before: to send it again must not turn success into failure. */
    private List<Outcome> replaysBeforeRefusals(List<Outcome> outcomes, List<Attempt> attempts) {
        Map<Integer, BookingKey> refused = new HashMap<>();
        for (int place = 0; place < outcomes.size(); place++) {
            if (!(outcomes.get(place) instanceof Outcome.Settled(BookSeats.Result.Booked _))) {
                int refusedPlace = place;
                attempts.get(place).key().ifPresent(key -> refused.put(refusedPlace, key));
            }
        }
        if (refused.isEmpty()) {
            return outcomes;
        }
        Map<BookingKey, Keyed<Booking>> made = bookings.findMadeWith(refused.values());
        var answers = new ArrayList<>(outcomes);
        refused.forEach((place, key) -> {
            Keyed<Booking> keyed = made.get(key);
            if (keyed != null) {
                answers.set(place, replay(key, keyed));
            }
        });
        return answers;
    }

    private static Outcome replay(BookingKey key, Keyed<Booking> keyed) {
        return new Outcome.Settled(
                keyed.wasAskedForBy(key.key())
                        ? new BookSeats.Result.Replayed(BookingDetails.of(keyed.made()))
                        : new BookSeats.Result.KeyReused());
    }

    /** What is locked for all the buyers together, and what was counted after that. */
    private record Locks(Map<ShowId, LockedSeats> seats, Map<Buyer, BuyersSeats> seatsSoFar) {
        LockedSeats seatsOf(Show show) {
            return Objects.requireNonNull(seats.get(show.id()));
        }

        BuyersSeats seatsSoFarOf(Attempt attempt) {
            return seatsSoFar.getOrDefault(attempt.buyer(), BuyersSeats.NONE);
        }
    }
}
