package com.modex.booking.domain.seat;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.BuyersSeats;
import com.modex.booking.domain.booking.HoldLimit;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.Sales;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides who gets which seats. Every method is a pure step from a command and locked rows to a result with its
 * changes: it reads no clock and no database and changes nothing. Locking, applying and storing surround it.
 */
public final class BoxOffice {
    /** In hold times, from the making of the booking on. */
    private static final int LONGEST_HOLD = 5;

    private BoxOffice() {}

    /**
     * Sells or holds all the seats that are asked for, or none. The locked seats cover the request.
     *
     * @param soFar what the user has of the show; it matters only where {@link #countsSeats seats are counted}
     */
    public static Sale sell(
            Show show, SeatRequest request, LockedSeats locked, BuyersSeats soFar, HoldLimit holdLimit) {
        SortedSet<SeatNumber> unknown = show.plan().lacking(request.seats().numbers());
        if (!unknown.isEmpty()) {
            return new Sale.UnknownSeats(unknown);
        }
        Optional<Sale> refusal =
                refuse(show, request.seats().size(), request.confirm(), soFar, holdLimit, locked.now());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<UnavailableSeat> unavailable = locked.unavailable(request.seats().numbers());
        if (!unavailable.isEmpty()) {
            return new Sale.Refused(unavailable);
        }
        Booking booking = request.confirm()
                ? Booking.confirmed(request.booking(), show.id(), request.user(), request.seats(), locked.now())
                : Booking.hold(
                        request.booking(),
                        show.id(),
                        request.user(),
                        request.seats(),
                        show.terms().holdTime(),
                        locked.now());
        return new Sale.Sold(booking, give(locked, booking));
    }

    /**
     * Whether the user's seats of the show so far count: for every hold, and where the show has a limit.
     *
     * @param confirm whether seats are booked in one step; else they are held
     */
    public static boolean countsSeats(Show show, boolean confirm) {
        return !confirm || show.terms().limitsSeats();
    }

    /**
     * What keeps the user from so many seats of the show now, whichever they are; nothing if they only have to be free.
     *
     * @param confirm as for {@link #countsSeats}
     * @param soFar as for {@link #sell}
     */
    public static Optional<Sale> refuse(
            Show show, int quantity, boolean confirm, BuyersSeats soFar, HoldLimit holdLimit, Instant now) {
        Sales sales = show.salesAt(now);
        if (sales != Sales.OPEN) {
            return Optional.of(new Sale.NotOnSale(sales));
        }
        SeatLimit limit = show.terms().seatLimit();
        if (limit != null && !limit.allows(quantity, soFar.live())) {
            return Optional.of(new Sale.LimitExceeded(limit, soFar.live()));
        }
        return confirm || holdLimit.allows(quantity, soFar.onHold())
                ? Optional.empty()
                : Optional.of(new Sale.HoldLimitExceeded(holdLimit, soFar.onHold()));
    }

    /**
     * Confirms a hold that has not run out. Its show does not count any more: the hold was made within its limit and its
     * sales window, and to call it off ends all its holds. A confirmed booking stays as it is.
     *
     * @param booking as of the locked seats' now; its seats are locked
     * @throws IllegalArgumentException if it is a hold that has run out
     */
    public static Confirmation confirm(Booking booking, LockedSeats locked) {
        return switch (booking.status()) {
            case PENDING -> confirmUnlessTaken(booking, locked);
            case CONFIRMED -> new Confirmation.Confirmed(booking, List.of());
            case CANCELLED -> new Confirmation.AlreadyCancelled();
            case FAILED -> throw new IllegalArgumentException("Booking " + booking.id() + " has run out");
        };
    }

    /**
     * Confirms a hold that has run out, while all its seats are free. The sales window does not count then, the show's
     * status and its limit on a user's seats do.
     *
     * @param booking as of the locked seats' now; its seats are locked
     * @param seatsSoFar how many live seats of the show the user has; it matters only where the show has a limit
     * @throws IllegalArgumentException if it is no hold that has run out
     */
    public static Confirmation confirmLate(Show show, Booking booking, LockedSeats locked, int seatsSoFar) {
        if (booking.status() != BookingStatus.FAILED) {
            throw new IllegalArgumentException("Booking " + booking.id() + " has not run out");
        }
        if (show.status() == ShowStatus.CANCELLED) {
            return new Confirmation.ShowCancelled();
        }
        SeatLimit limit = show.terms().seatLimit();
        return limit == null || limit.allows(booking.seats().size(), seatsSoFar)
                ? confirmUnlessTaken(booking, locked)
                : new Confirmation.LimitExceeded(limit, seatsSoFar);
    }

    /**
     * The seat rows decide, not the booking's own time: a clock that is set back, as after a failover, makes a hold that
     * had run out look alive again when its seats have long been sold.
     */
    private static Confirmation confirmUnlessTaken(Booking booking, LockedSeats locked) {
        List<UnavailableSeat> unavailable = takenSince(booking, locked);
        return unavailable.isEmpty() ? confirmed(booking, locked) : new Confirmation.Expired(unavailable);
    }

    private static Confirmation confirmed(Booking booking, LockedSeats locked) {
        Booking confirmed = booking.confirm(locked.now());
        return new Confirmation.Confirmed(confirmed, give(locked, confirmed));
    }

    private static List<UnavailableSeat> takenSince(Booking booking, LockedSeats locked) {
        // A seat that still names the booking went to nobody else, whatever the clock says by now.
        return locked.unavailable(booking.seats().numbers().stream()
                .filter(number -> !locked.seat(number).names(booking.id()))
                .collect(Collectors.toSet()));
    }

    /**
     * Has a running hold begin anew: it ends a hold time from now, or when it would have ended anyway if that is later.
     * However often it is extended, it ends {@value #LONGEST_HOLD} hold times after the booking was made at the latest.
     *
     * @param booking as of the locked seats' now; its seats are locked
     */
    public static Extension extend(Show show, Booking booking, LockedSeats locked) {
        return switch (booking.status()) {
            case PENDING -> extendHold(show.terms().holdTime(), booking, locked);
            case CONFIRMED -> new Extension.NotPending();
            case CANCELLED -> new Extension.AlreadyCancelled();
            case FAILED -> new Extension.Expired(takenSince(booking, locked));
        };
    }

    private static Extension extendHold(HoldTime holdTime, Booking booking, LockedSeats locked) {
        List<UnavailableSeat> unavailable = takenSince(booking, locked);
        if (!unavailable.isEmpty()) {
            return new Extension.Expired(unavailable);
        }
        Duration longest = holdTime.duration().multipliedBy(LONGEST_HOLD);
        Instant end = locked.now().plus(holdTime.duration());
        if (end.isAfter(booking.createdAt().plus(longest))) {
            return new Extension.LimitReached();
        }
        Booking extended =
                booking.expiresAt() != null && booking.expiresAt().isAfter(end) ? booking : booking.extendTo(end);
        return new Extension.Extended(extended, give(locked, extended));
    }

    /**
     * Gives seats of a live booking back: all of them, or a part; any other booking stays as it is. Where the part is
     * all that was left, the booking is cancelled and keeps its last seats on record.
     *
     * @param booking as of the locked seats' now; its seats are locked
     * @param part null for all seats
     */
    public static Cancellation cancel(Booking booking, @Nullable SeatSelection part, LockedSeats locked) {
        SortedSet<SeatNumber> unknown = neverOf(booking, part);
        if (!unknown.isEmpty()) {
            return new Cancellation.UnknownSeats(unknown);
        }
        var givenBack = new TreeSet<>(booking.seats().numbers());
        if (part != null) {
            givenBack.retainAll(part.numbers());
        }
        if (!booking.isLive() || givenBack.isEmpty()) {
            return new Cancellation.Cancelled(booking, List.of());
        }
        List<Seat> released = locked.seats(givenBack).stream()
                .filter(seat -> seat.names(booking.id()))
                .map(Seat::released)
                .toList();
        Booking cancelled = givenBack.size() == booking.seats().size()
                ? booking.cancel(locked.now())
                : booking.cancelPart(givenBack);
        return new Cancellation.Cancelled(cancelled, released);
    }

    private static SortedSet<SeatNumber> neverOf(Booking booking, @Nullable SeatSelection part) {
        var unknown = part == null ? new TreeSet<SeatNumber>() : new TreeSet<>(part.numbers());
        unknown.removeIf(booking::everHad);
        return unknown;
    }

    /** Gives back every seat that somebody has or had, for a show that is called off; house seats stay the house's. */
    public static List<Seat> releaseAll(LockedSeats locked) {
        return locked.seats().stream()
                .filter(seat -> seat.booking() != null)
                .map(Seat::released)
                .toList();
    }

    private static List<Seat> give(LockedSeats locked, Booking booking) {
        return locked.seats(booking.seats().numbers()).stream()
                .map(seat -> seat.givenTo(booking))
                .toList();
    }

    /** What a buyer's request comes to. */
    public sealed interface Sale {
        /** The booking to add and the seats as they are with it. */
        record Sold(Booking booking, List<Seat> seats) implements Sale {}

        /** Every seat that could not be had; none was taken. */
        record Refused(List<UnavailableSeat> seats) implements Sale {}

        record UnknownSeats(SortedSet<SeatNumber> seats) implements Sale {}

        /** The user has that many seats of the show, and with these it would be more than the limit. */
        record LimitExceeded(SeatLimit limit, int seatsSoFar) implements Sale {}

        /** The user has that many seats of the show on hold, and with these it would be more than anybody may. */
        record HoldLimitExceeded(HoldLimit limit, int onHold) implements Sale {}

        /** Seats cannot be bought now; {@code sales} says why and is never {@code OPEN}. */
        record NotOnSale(Sales sales) implements Sale {}
    }

    /** What a confirmation comes to. */
    public sealed interface Confirmation {
        /** The booking as it is now; no seats where it had been confirmed before. */
        record Confirmed(Booking booking, List<Seat> seats) implements Confirmation {}

        /** The hold ran out and others have seats of it. */
        record Expired(List<UnavailableSeat> seats) implements Confirmation {}

        /** The hold ran out, and with its seats the user would have more than the limit. */
        record LimitExceeded(SeatLimit limit, int seatsSoFar) implements Confirmation {}

        record AlreadyCancelled() implements Confirmation {}

        record ShowCancelled() implements Confirmation {}
    }

    /** What an extension comes to. */
    public sealed interface Extension {
        /** The booking as it is now, and its seats. */
        record Extended(Booking booking, List<Seat> seats) implements Extension {}

        /** The hold ran out; these seats of it, if any, others have by now. */
        record Expired(List<UnavailableSeat> seats) implements Extension {}

        record LimitReached() implements Extension {}

        record NotPending() implements Extension {}

        record AlreadyCancelled() implements Extension {}
    }

    /** What a cancellation comes to. */
    public sealed interface Cancellation {
        /** The booking as it is now and the seats that became free; the same booking where nothing changed. */
        record Cancelled(Booking booking, List<Seat> seats) implements Cancellation {}

        /** These were never the booking's; nothing was given back. */
        record UnknownSeats(SortedSet<SeatNumber> seats) implements Cancellation {}
    }
}
