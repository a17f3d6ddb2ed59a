package com.modex.booking.application.booking;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.OwnBooking.Locked;
import com.modex.booking.domain.seat.BoxOffice;
import com.modex.booking.domain.seat.BoxOffice.Cancellation;

final class CancelBookingHandler implements CancelBooking {
    private final UnitOfWork unitOfWork;
    private final OwnBooking ownBooking;

    CancelBookingHandler(UnitOfWork unitOfWork, OwnBooking ownBooking) {
        this.unitOfWork = unitOfWork;
        this.ownBooking = ownBooking;
    }

    @Override
    public Result cancel(Command command) {
        return unitOfWork.run(() -> ownBooking
                .find(command.booking(), command.user())
                .map(found -> cancel(command, ownBooking.lock(found)))
                .orElseGet(Result.NotFound::new));
    }

    private Result cancel(Command command, Locked locked) {
        return switch (BoxOffice.cancel(locked.booking(), command.part(), locked.seats())) {
            case Cancellation.Cancelled(var booking, var seats) -> {
                // The same booking back means that there was nothing to give back.
                if (booking != locked.booking()) {
                    ownBooking.amend(booking, seats, locked);
                }
                yield new Result.Cancelled(BookingDetails.of(booking));
            }
            case Cancellation.UnknownSeats(var seats) -> new Result.UnknownSeats(seats);
        };
    }
}
