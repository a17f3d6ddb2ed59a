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
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.show.Show;
import java.util.List;
import java.util.function.Function;

final class ConfirmBookingHandler implements ConfirmBooking {
    private final UnitOfWork unitOfWork;
    private final OwnBooking ownBooking;
    private final BuyerLock buyerLock;
    private final SeatLock seatLock;
    private final Bookings bookings;
    private final Alternatives alternatives;

    ConfirmBookingHandler(
            UnitOfWork unitOfWork,
            OwnBooking ownBooking,
            BuyerLock buyerLock,
            SeatLock seatLock,
            Bookings bookings,
            Alternatives alternatives) {
        this.unitOfWork = unitOfWork;
        this.ownBooking = ownBooking;
        this.buyerLock = buyerLock;
        this.seatLock = seatLock;
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
        boolean inTurn = countsAgainstALimit(found, ownBooking::showOf);
        if (inTurn) {
            buyerLock.lock(new Buyer(found.show(), found.user()));
        }
        Locked locked = ownBooking.lock(found);
        Show show = ownBooking.showOf(found);
        int seatsSoFar = 0;
        if (countsAgainstALimit(locked.booking(), _ -> show)) {
            if (!inTurn) {
                // The hold ran out, or the show got its limit, a moment ago; the turn must come before the seats.
                throw new ConcurrentChangeException("Booking " + found.id() + " counts against a limit by now");
            }
            var buyer = new Buyer(found.show(), found.user());
            seatsSoFar = bookings.countSeats(List.of(buyer))
                    .getOrDefault(buyer, BuyersSeats.NONE)
                    .live();
        }
        return switch (BoxOffice.confirm(show, locked.booking(), locked.seats(), seatsSoFar)) {
            case Confirmation.Confirmed(var booking, var seats) -> {
                if (!seats.isEmpty()) {
                    locked.seats().apply(seats);
                    bookings.update(booking);
                    seatLock.store(locked.seats());
                }
                yield new Decision.Settled<>(new Result.Confirmed(BookingDetails.of(booking)));
            }
            case Confirmation.Expired(var seats) ->
                new Decision.Expired<>(seats, found.seats().size(), show);
            case Confirmation.LimitExceeded(var limit, var soFar) ->
                new Decision.Settled<>(new Result.LimitExceeded(limit, soFar));
            case Confirmation.AlreadyCancelled() -> new Decision.Settled<>(new Result.AlreadyCancelled());
            case Confirmation.ShowCancelled() -> new Decision.Settled<>(new Result.ShowCancelled());
        };
    }

    /** Only a hold that has run out counts anew: the show is asked for only then. */
    private static boolean countsAgainstALimit(Booking booking, Function<Booking, Show> showOf) {
        return booking.status() == BookingStatus.FAILED
                && showOf.apply(booking).terms().seatLimit() != null;
    }
}
