package com.modex.booking.application.booking;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SalesLedger;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.Shows;
import java.util.List;
import java.util.Optional;

/** How an owner's command comes to its booking: the seats are locked first, then the booking, then both are trusted. */
record OwnBooking(Bookings bookings, SeatLock seatLock, BookingLock bookingLock, SalesLedger ledger, Shows shows) {

    /** The user's own booking as it is now, unlocked; empty if it is not the user's. */
    Optional<Booking> find(BookingId id, UserId user) {
        return bookings.find(id).filter(found -> found.user().equals(user));
    }

    /** The booking with its seats, locked until the unit of work ends. */
    Locked lock(Booking found) {
        // Whose it is and of which show never changes, and its seats only ever become fewer: enough to know what to
        // lock. Everything else is read again under the locks.
        LockedSeats seats = seatLock.await(found.show(), found.seats().numbers());
        return bookingLock
                .lock(found.show(), found.id())
                .map(booking -> new Locked(booking.asOf(seats.now()), seats))
                .orElseThrow(() -> new IllegalStateException("Booking " + found.id() + " is gone"));
    }

    /** Enters what was decided on the locks: what has become of the booking, and of its seats that change with it. */
    void amend(Booking decided, List<Seat> seats, Locked locked) {
        locked.seats.apply(seats);
        ledger.amend(decided, locked.seats);
    }

    /** The show that the booking is of, as it is now: to trust it, ask under the locks. */
    Show showOf(Booking booking) {
        return shows.find(booking.show())
                .orElseThrow(() -> new IllegalStateException("Booking " + booking.id() + " is of no show"));
    }

    /** A booking and its seats, as they are under their locks. */
    record Locked(Booking booking, LockedSeats seats) {}
}
