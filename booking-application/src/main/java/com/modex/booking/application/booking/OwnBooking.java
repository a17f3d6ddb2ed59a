package com.modex.booking.application.booking;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SeatLock;
import java.util.Optional;

/** How an owner's command comes to its booking: the seats are locked first, then the booking, then both are trusted. */
record OwnBooking(Bookings bookings, SeatLock seatLock, BookingLock bookingLock) {

    /** The user's own booking with its seats, locked until the unit of work ends; empty if it is not the user's. */
    Optional<Locked> lock(BookingId id, UserId user) {
        // Whose it is and of which show never changes, and its seats only ever become fewer: enough to know what to
        // lock. Everything else is read again under the locks.
        return bookings.find(id).filter(found -> found.user().equals(user)).flatMap(found -> {
            LockedSeats seats = seatLock.await(found.show(), found.seats().numbers());
            return bookingLock.lock(found.show(), id).map(booking -> new Locked(booking.asOf(seats.now()), seats));
        });
    }

    /** A booking and its seats, as they are under their locks. */
    record Locked(Booking booking, LockedSeats seats) {}
}
