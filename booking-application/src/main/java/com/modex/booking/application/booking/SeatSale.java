package com.modex.booking.application.booking;

import static com.modex.booking.domain.seat.UnavailableSeat.Reason.CONTESTED;

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
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.BoxOffice;
import com.modex.booking.domain.seat.BoxOffice.Sale;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SalesLedger;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.SeatRequest;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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
 * Sells seats to buyers in one unit of work, one buyer after the other in the order of the batch: all seats are
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
    private static final Outcome SHOW_NOT_FOUND = new Outcome.Settled(new BookSeats.Result.ShowNotFound());

    @Override
    public List<Outcome> doTogether(List<Attempt> attempts, Runnable decided) {
        return unitOfWork.run(() -> {
            List<Outcome> outcomes = sell(attempts);
            decided.run();
            return outcomes;
        });
    }

    private List<Outcome> sell(List<Attempt> attempts) {
        Map<ShowId, Show> known =
                shows.find(attempts.stream().map(Attempt::show).collect(Collectors.toSet()));
        if (known.isEmpty()) {
            return Collections.nCopies(attempts.size(), SHOW_NOT_FOUND);
        }
        List<Choice> choices = choose(attempts, known);
        Locks locks = lock(choices);
        var outcomes = new ArrayList<Outcome>();
        var sold = new ArrayList<NewBooking>();
        for (Choice choice : choices) {
            outcomes.add(
                    switch (choice) {
                        case Choice.Seats seats -> sell(seats, locks, sold);
                        case Choice.Contested contested -> refuse(contested, locks);
                        case Choice.NotEnough notEnough -> refuse(notEnough, locks);
                        case Choice.ShowNotFound() -> SHOW_NOT_FOUND;
                    });
        }
        shows.requireUnchanged(nothingSoldOf(known, sold));
        if (!sold.isEmpty()) {
            List<NewBooking> notEntered = enter(sold, locks);
            if (!notEntered.isEmpty()) {
                return settleNotEntered(notEntered, attempts);
            }
        }
        return replaysBeforeRefusals(outcomes, attempts);
    }

    private List<Choice> choose(List<Attempt> attempts, Map<ShowId, Show> known) {
        var choosing = new Choosing(seatMaps);
        return attempts.stream()
                .map(attempt -> choosing.choose(attempt, known.get(attempt.show())))
                .toList();
    }

    private Locks lock(List<Choice> choices) {
        var counted = new ArrayList<Buyer>();
        var wanted = new HashMap<ShowId, SortedSet<SeatNumber>>();
        for (Choice choice : choices) {
            switch (choice) {
                case Choice.Seats(var attempt, var show, var seats) -> {
                    wanted.computeIfAbsent(show.id(), _ -> new TreeSet<>()).addAll(seats.numbers());
                    addIfCounted(attempt, show, counted);
                }
                case Choice.Contested contested -> addIfCounted(contested.attempt(), contested.show(), counted);
                case Choice.NotEnough notEnough -> addIfCounted(notEnough.attempt(), notEnough.show(), counted);
                case Choice.ShowNotFound() -> {}
            }
        }
        if (!counted.isEmpty()) {
            buyerLock.lock(counted);
        }
        Map<ShowId, LockedSeats> seats = wanted.isEmpty() ? Map.of() : seatLock.take(wanted);
        Instant now = seats.values().stream().findAny().map(LockedSeats::now).orElseGet(clock::now);
        return new Locks(seats, now, counted.isEmpty() ? Map.of() : bookings.countSeats(counted));
    }

    private static void addIfCounted(Attempt attempt, Show show, List<Buyer> counted) {
        if (BoxOffice.countsSeats(show, attempt.command().confirm())) {
            counted.add(attempt.buyer());
        }
    }

    private Outcome refuse(Choice.Contested choice, Locks locks) {
        SeatSelection wanted = choice.wanted();
        return refuseAny(choice.attempt(), choice.show(), wanted.size(), locks)
                .orElseGet(() -> new Outcome.Refused(
                        wanted,
                        wanted.numbers().stream()
                                .map(number -> new UnavailableSeat(number, CONTESTED))
                                .toList(),
                        choice.show(),
                        locks.now));
    }

    private Outcome refuse(Choice.NotEnough choice, Locks locks) {
        return refuseAny(choice.attempt(), choice.show(), choice.quantity(), locks)
                .orElseGet(() -> new Outcome.NotEnough(choice.show()));
    }

    /** What keeps the buyer from so many seats of the show, whichever they are. */
    private Optional<Outcome> refuseAny(Attempt attempt, Show show, int quantity, Locks locks) {
        return BoxOffice.refuse(
                        show, quantity, attempt.command().confirm(), locks.seatsSoFarOf(attempt), holdLimit, locks.now)
                .map(SeatSale::settled);
    }

    /** @param sold takes the booking if there is one */
    private Outcome sell(Choice.Seats choice, Locks locks, List<NewBooking> sold) {
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
            case Sale.Refused(var unavailable) -> new Outcome.Refused(choice.wanted(), unavailable, show, locked.now());
            case Sale refusal -> settled(refusal);
        };
    }

    /** A refusal for which it does not matter which seats are free. */
    private static Outcome settled(Sale refusal) {
        return new Outcome.Settled(
                switch (refusal) {
                    case Sale.UnknownSeats(var unknown) -> new BookSeats.Result.UnknownSeats(unknown);
                    case Sale.NotOnSale(var sales) -> new BookSeats.Result.NotOnSale(sales);
                    case Sale.LimitExceeded(var limit, var soFar) -> new BookSeats.Result.LimitExceeded(limit, soFar);
                    case Sale.HoldLimitExceeded(var limit, var onHold) ->
                        new BookSeats.Result.HoldLimitExceeded(limit, onHold);
                    case Sale.Sold _, Sale.Refused _ -> throw new IllegalArgumentException("Depends on the seats");
                });
    }

    /**
     * The shows whose buyers are all refused. Every refusal rests on the show as it is known, even one for the sake of a
     * seat, since that comes behind the others. Where seats are sold, the statement that enters the bookings makes sure.
     */
    private static Collection<Show> nothingSoldOf(Map<ShowId, Show> known, List<NewBooking> sold) {
        var shows = new HashMap<>(known);
        sold.forEach(booking -> shows.remove(booking.show().id()));
        return shows.values();
    }

    private List<NewBooking> enter(List<NewBooking> sold, Locks locks) {
        Set<BookingId> entered = ledger.enter(sold, locks.seats.values());
        return sold.stream()
                .filter(booking -> !entered.contains(booking.booking().id()))
                .toList();
    }

    /**
     * What was decided for these buyers does not stand. Where a show has changed, all is decided again at once; else it is
     * that their keys were used before. Others may have been refused for the sake of them, and are served without them.
     */
    private List<Outcome> settleNotEntered(List<NewBooking> notEntered, List<Attempt> attempts) {
        shows.requireUnchanged(notEntered.stream().map(NewBooking::show).collect(Collectors.toSet()));
        if (notEntered.size() < attempts.size()) {
            Set<Buyer> spoilt = notEntered.stream()
                    .map(booking ->
                            new Buyer(booking.show().id(), booking.booking().user()))
                    .collect(Collectors.toSet());
            throw new SpoiltException(IntStream.range(0, attempts.size())
                    .filter(place -> spoilt.contains(attempts.get(place).buyer()))
                    .boxed()
                    .toList());
        }
        List<BookingKey> keys =
                attempts.stream().flatMap(attempt -> attempt.key().stream()).toList();
        Map<BookingKey, Keyed<Booking>> made = bookings.findMadeWith(keys);
        if (made.size() < attempts.size()) {
            throw new ConcurrentChangeException("Neither show nor key says why bookings were not added");
        }
        return keys.stream()
                .map(key -> replay(key, Objects.requireNonNull(made.get(key))))
                .toList();
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

    /** What is locked for all the buyers together, the database's clock after that, and what was counted after that. */
    private record Locks(Map<ShowId, LockedSeats> seats, Instant now, Map<Buyer, BuyersSeats> seatsSoFar) {
        LockedSeats seatsOf(Show show) {
            return Objects.requireNonNull(seats.get(show.id()));
        }

        BuyersSeats seatsSoFarOf(Attempt attempt) {
            return seatsSoFar.getOrDefault(attempt.buyer(), BuyersSeats.NONE);
        }
    }
}
