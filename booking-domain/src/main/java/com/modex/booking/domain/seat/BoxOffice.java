package com.modex.booking.domain.seat;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.show.Sales;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowStatus;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides who gets which seats. Every method is a pure step from a command and locked rows to a result with its
 * changes: it reads no clock and no database and changes nothing. Locking, applying and storing surround it.
 */
public final class BoxOffice {
    private BoxOffice() {}

    /** Sells or holds all the seats that are asked for, or none. The locked seats cover the request. */
    public static Sale sell(Show show, SeatRequest request, LockedSeats locked) {
        SortedSet<SeatNumber> unknown = unknownSeats(show, request.seats().numbers());
        if (!unknown.isEmpty()) {
            return new Sale.UnknownSeats(unknown);
        }
        Sales sales = show.salesAt(locked.now());
        if (sales != Sales.OPEN) {
            return new Sale.NotOnSale(sales);
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
     * Confirms a hold. One that has run out is confirmed all the same while all its seats are free; the sales window
     * does not count then, the show's status does. A confirmed booking stays as it is.
     *
     * @param booking as of the locked seats' now; its seats are locked
     */
    public static Confirmation confirm(Show show, Booking booking, LockedSeats locked) {
        return switch (booking.status()) {
            case PENDING -> confirmUnlessTaken(booking, locked);
            case CONFIRMED -> new Confirmation.Confirmed(booking, List.of());
            case CANCELLED -> new Confirmation.AlreadyCancelled();
            case FAILED -> confirmLate(show, booking, locked);
        };
    }

    private static Confirmation confirmLate(Show show, Booking booking, LockedSeats locked) {
        return show.status() == ShowStatus.CANCELLED
                ? new Confirmation.ShowCancelled()
                : confirmUnlessTaken(booking, locked);
    }

    /**
     * The seat rows decide, not the booking's own time: a clock that is set back, as after a failover, makes a hold that
     * had run out look alive again when its seats have long been sold.
     */
    private static Confirmation confirmUnlessTaken(Booking booking, LockedSeats locked) {
        // A seat that still names the booking went to nobody else, whatever the clock says by now.
        Set<SeatNumber> takenSince = booking.seats().numbers().stream()
                .filter(number -> !locked.seat(number).names(booking.id()))
                .collect(Collectors.toSet());
        List<UnavailableSeat> unavailable = locked.unavailable(takenSince);
        return unavailable.isEmpty() ? confirmed(booking, locked) : new Confirmation.Expired(unavailable);
    }

    private static Confirmation confirmed(Booking booking, LockedSeats locked) {
        Booking confirmed = booking.confirm(locked.now());
        return new Confirmation.Confirmed(confirmed, give(locked, confirmed));
    }

    /**
     * Gives all seats of a live booking back; any other booking stays as it is.
     *
     * @param booking as of the locked seats' now; its seats are locked
     */
    public static Cancellation cancel(Booking booking, LockedSeats locked) {
        if (!booking.isLive()) {
            return new Cancellation(booking, List.of());
        }
        List<Seat> released = locked.seats(booking.seats().numbers()).stream()
                .filter(seat -> seat.names(booking.id()))
                .map(Seat::released)
                .toList();
        return new Cancellation(booking.cancel(locked.now()), released);
    }

    /** The seats among these that the show does not have, in seat order. */
    private static SortedSet<SeatNumber> unknownSeats(Show show, SortedSet<SeatNumber> numbers) {
        var unknown = new TreeSet<>(numbers);
        unknown.removeIf(number -> show.plan().has(number));
        return Collections.unmodifiableSortedSet(unknown);
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

        /** Seats cannot be bought now; {@code sales} says why and is never {@code OPEN}. */
        record NotOnSale(Sales sales) implements Sale {}
    }

    /** What a confirmation comes to. */
    public sealed interface Confirmation {
        /** The booking as it is now; no seats where it had been confirmed before. */
        record Confirmed(Booking booking, List<Seat> seats) implements Confirmation {}

        /** The hold ran out and others have seats of it. */
        record Expired(List<UnavailableSeat> seats) implements Confirmation {}

        record AlreadyCancelled() implements Confirmation {}

        record ShowCancelled() implements Confirmation {}
    }

    /** The booking as it is now and the seats that became free; none where nothing changed. */
    public record Cancellation(Booking booking, List<Seat> seats) {}
}
