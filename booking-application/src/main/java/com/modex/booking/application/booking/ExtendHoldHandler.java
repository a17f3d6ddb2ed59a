package com.modex.booking.application.booking;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.OwnBooking.Locked;
import com.modex.booking.domain.seat.BoxOffice;
import com.modex.booking.domain.seat.BoxOffice.Extension;

final class ExtendHoldHandler implements ExtendHold {
    private final UnitOfWork unitOfWork;
    private final OwnBooking ownBooking;
    private final Alternatives alternatives;

    ExtendHoldHandler(UnitOfWork unitOfWork, OwnBooking ownBooking, Alternatives alternatives) {
        this.unitOfWork = unitOfWork;
        this.ownBooking = ownBooking;
        this.alternatives = alternatives;
    }

    @Override
    public Result extend(Command command) {
        return Decision.in(
                unitOfWork,
                () -> ownBooking
                        .find(command.booking(), command.user())
                        .map(found -> extend(ownBooking.lock(found)))
                        .orElseGet(() -> new Decision.Settled<>(new Result.NotFound())),
                alternatives,
                Result.Expired::new);
    }

    private Decision<Result> extend(Locked locked) {
        var show = ownBooking.showOf(locked.booking());
        return switch (BoxOffice.extend(show, locked.booking(), locked.seats())) {
            case Extension.Extended(var booking, var seats) -> {
                ownBooking.amend(booking, seats, locked);
                yield new Decision.Settled<>(new Result.Extended(BookingDetails.of(booking)));
            }
            case Extension.Expired(var seats) ->
                new Decision.Expired<>(seats, locked.booking().seats().size(), show);
            case Extension.LimitReached() -> new Decision.Settled<>(new Result.LimitReached());
            case Extension.NotPending() -> new Decision.Settled<>(new Result.NotPending());
            case Extension.AlreadyCancelled() -> new Decision.Settled<>(new Result.AlreadyCancelled());
        };
    }
}
