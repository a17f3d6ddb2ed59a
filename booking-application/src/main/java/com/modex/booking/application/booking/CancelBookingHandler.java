package com.modex.booking.application.booking;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.OwnBooking.Locked;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.seat.BoxOffice;
import com.modex.booking.domain.seat.SeatLock;
import java.util.Optional;

final class CancelBookingHandler implements CancelBooking {
    private final UnitOfWork unitOfWork;
    private final OwnBooking ownBooking;
    private final SeatLock seatLock;
    private final Bookings bookings;

    CancelBookingHandler(UnitOfWork unitOfWork, OwnBooking ownBooking, SeatLock seatLock, Bookings bookings) {
        this.unitOfWork = unitOfWork;
        this.ownBooking = ownBooking;
        this.seatLock = seatLock;
        this.bookings = bookings;
    }

    @Override
    public Optional<BookingDetails> cancel(Command command) {
        return unitOfWork.run(
                () -> ownBooking.lock(command.booking(), command.user()).map(this::cancel));
    }

    private BookingDetails cancel(Locked locked) {
        var cancellation = BoxOffice.cancel(locked.booking(), locked.seats());
        // The same booking back means that there was nothing to give back.
        if (cancellation.booking() != locked.booking()) {
            locked.seats().apply(cancellation.seats());
            bookings.update(cancellation.booking());
            seatLock.store(locked.seats());
        }
        return BookingDetails.of(cancellation.booking());
    }
}
