package com.modex.booking.application.booking;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.OwnBooking.Locked;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.seat.BoxOffice;
import com.modex.booking.domain.seat.BoxOffice.Confirmation;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.show.Shows;

final class ConfirmBookingHandler implements ConfirmBooking {
    private final UnitOfWork unitOfWork;
    private final OwnBooking ownBooking;
    private final Shows shows;
    private final SeatLock seatLock;
    private final Bookings bookings;

    ConfirmBookingHandler(
            UnitOfWork unitOfWork, OwnBooking ownBooking, Shows shows, SeatLock seatLock, Bookings bookings) {
        this.unitOfWork = unitOfWork;
        this.ownBooking = ownBooking;
        this.shows = shows;
        this.seatLock = seatLock;
        this.bookings = bookings;
    }

    @Override
    public Result confirm(Command command) {
        return unitOfWork.run(() -> ownBooking
                .lock(command.booking(), command.user())
                .map(this::confirm)
                .orElseGet(Result.NotFound::new));
    }

    private Result confirm(Locked locked) {
        var show = shows.find(locked.booking().show())
                .orElseThrow(() ->
                        new IllegalStateException("Booking " + locked.booking().id() + " is of no show"));
        return switch (BoxOffice.confirm(show, locked.booking(), locked.seats())) {
            case Confirmation.Confirmed(var booking, var seats) -> {
                if (!seats.isEmpty()) {
                    locked.seats().apply(seats);
                    bookings.update(booking);
                    seatLock.store(locked.seats());
                }
                yield new Result.Confirmed(BookingDetails.of(booking));
            }
            case Confirmation.Expired(var seats) -> new Result.Expired(seats);
            case Confirmation.AlreadyCancelled() -> new Result.AlreadyCancelled();
            case Confirmation.ShowCancelled() -> new Result.ShowCancelled();
        };
    }
}
