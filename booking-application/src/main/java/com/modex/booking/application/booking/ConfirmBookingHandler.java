package com.modex.booking.application.booking;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.OwnBooking.Locked;
import com.modex.booking.domain.ConcurrentChangeException;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.Buyer;
import com.modex.booking.domain.booking.BuyerLock;
import com.modex.booking.domain.booking.BuyersSeats;
import com.modex.booking.domain.seat.BoxOffice;
import com.modex.booking.domain.seat.BoxOffice.Confirmation;
import com.modex.booking.domain.show.Show;
import java.util.List;

final class ConfirmBookingHandler implements ConfirmBooking {
    private final UnitOfWork unitOfWork;
    private final OwnBooking ownBooking;
    private final BuyerLock buyerLock;
    private final Bookings bookings;
    private final Alternatives alternatives;

    ConfirmBookingHandler(
            UnitOfWork unitOfWork,
            OwnBooking ownBooking,
            BuyerLock buyerLock,
            Bookings bookings,
            Alternatives alternatives) {
        this.unitOfWork = unitOfWork;
        this.ownBooking = ownBooking;
        this.buyerLock = buyerLock;
        this.bookings = bookings;
        this.alternatives = alternatives;
    }

    @Override
    public Result confirm(Command command) {
        return Decision.in(
                unitOfWork,
                () -> ownBooking
                        .find(command.booking(), command.user())
                        .map(this::confirm)
                        .orElseGet(() -> new Decision.Settled<>(new Result.NotFound())),
                alternatives,
                Result.Expired::new);
    }

    private Decision<Result> confirm(Booking found) {
        // The show is asked for only where it counts.
        boolean inTurn = hasRunOut(found) && ownBooking.showOf(found).terms().limitsSeats();
        if (inTurn) {
            buyerLock.lock(buyerOf(found));
        }
        Locked locked = ownBooking.lock(found);
        Confirmation confirmation = hasRunOut(locked.booking())
                ? confirmLate(locked, inTurn)
                : BoxOffice.confirm(locked.booking(), locked.seats());
        return switch (confirmation) {
            case Confirmation.Confirmed(var booking, var seats) -> {
                if (!seats.isEmpty()) {
                    ownBooking.amend(booking, seats, locked);
                }
                yield new Decision.Settled<>(new Result.Confirmed(BookingDetails.of(booking)));
            }
            case Confirmation.Expired(var seats) ->
                new Decision.Expired<>(seats, found.seats().size(), ownBooking.showOf(found));
            case Confirmation.LimitExceeded(var limit, var soFar) ->
                new Decision.Settled<>(new Result.LimitExceeded(limit, soFar));
            case Confirmation.AlreadyCancelled() -> new Decision.Settled<>(new Result.AlreadyCancelled());
            case Confirmation.ShowCancelled() -> new Decision.Settled<>(new Result.ShowCancelled());
        };
    }

    private Confirmation confirmLate(Locked locked, boolean inTurn) {
        Booking booking = locked.booking();
        Show show = ownBooking.showOf(booking);
        if (!show.terms().limitsSeats()) {
            return BoxOffice.confirmLate(show, booking, locked.seats(), 0);
        }
        if (!inTurn) {
            // The hold ran out, or the show got its limit, a moment ago; the turn must come before the seats.
            throw new ConcurrentChangeException("Booking " + booking.id() + " counts against a limit by now");
        }
        Buyer buyer = buyerOf(booking);
        int seatsSoFar = bookings.countSeats(List.of(buyer))
                .getOrDefault(buyer, BuyersSeats.NONE)
                .live();
        return BoxOffice.confirmLate(show, booking, locked.seats(), seatsSoFar);
    }

    private static boolean hasRunOut(Booking booking) {
        return booking.status() == BookingStatus.FAILED;
    }

    private static Buyer buyerOf(Booking booking) {
        return new Buyer(booking.show(), booking.user());
    }
}
