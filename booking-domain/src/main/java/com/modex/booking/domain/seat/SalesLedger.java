package com.modex.booking.domain.seat;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.booking.NewBooking;
import java.util.Collection;
import java.util.Set;

/** Driven port: where sales and what becomes of them are entered, each booking together with its seats. */
public interface SalesLedger {
    /**
     * Enters bookings, and the seats that were {@linkplain LockedSeats#apply applied} for them, in one statement, which
     * checks once more that each show is as it was decided on. Keys are entered in one order, so that two callers never
     * wait for each other.
     *
     * @param seats locked by the caller; each that was applied names one of the bookings
     * @return the bookings that were entered: one is not if its show has changed since, or its user has used the key for
     *     a booking of the show before; nothing of it is written then, and its seats stay as they are
     * @throws IllegalStateException if a seat that was applied cannot be written, or names none of the bookings; the unit
     *     of work must not be committed then
     */
    Set<BookingId> enter(Collection<NewBooking> bookings, Collection<LockedSeats> seats);

    /**
     * Enters what has become of a booking, and the seats that were {@linkplain LockedSeats#apply applied} with it, in one
     * statement.
     *
     * @param booking locked by the caller through {@link BookingLock}
     * @param seats locked by the caller
     * @throws IllegalStateException if there is no such booking, or a seat that was applied cannot be written; the unit of
     *     work must not be committed then
     */
    void amend(Booking booking, LockedSeats seats);
}
