package com.modex.booking.application.booking;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.booking.BookingIds;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.show.Shows;

/** The door to the use cases of this package: give it the driven ports, take the use cases. */
public record BookingUseCases(
        UnitOfWork unitOfWork,
        Shows shows,
        SeatLock seatLock,
        Bookings bookings,
        BookingLock bookingLock,
        ExpiredHolds expiredHolds,
        BookingIds ids) {

    public BookSeats bookSeats() {
        return new BookSeatsHandler(unitOfWork, shows, seatLock, bookings, ids);
    }

    public ConfirmBooking confirmBooking() {
        return new ConfirmBookingHandler(unitOfWork, ownBooking(), shows, seatLock, bookings);
    }

    public CancelBooking cancelBooking() {
        return new CancelBookingHandler(unitOfWork, ownBooking(), seatLock, bookings);
    }

    public ViewBooking viewBooking() {
        return new ViewBookingHandler(bookings);
    }

    public ListBookings listBookings() {
        return new ListBookingsHandler(bookings);
    }

    public ExpireHolds expireHolds() {
        return new ExpireHoldsHandler(unitOfWork, expiredHolds);
    }

    private OwnBooking ownBooking() {
        return new OwnBooking(bookings, seatLock, bookingLock);
    }
}
