package com.modex.booking.application.show;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.ConcurrentChangeException;
import com.modex.booking.domain.seat.HouseSeats;
import com.modex.booking.domain.seat.HouseSeats.Decision;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.Shows;

final class ChangeHouseSeatsHandler implements ChangeHouseSeats {
    private final UnitOfWork unitOfWork;
    private final Shows shows;
    private final SeatLock seatLock;

    ChangeHouseSeatsHandler(UnitOfWork unitOfWork, Shows shows, SeatLock seatLock) {
        this.unitOfWork = unitOfWork;
        this.shows = shows;
        this.seatLock = seatLock;
    }

    @Override
    public Result change(Command command) {
        return unitOfWork.run(() -> {
            LockedSeats locked = seatLock.await(command.show(), command.seats().numbers());
            return shows.find(command.show())
                    .map(show -> change(command, show, locked))
                    .orElseGet(Result.ShowNotFound::new);
        });
    }

    private Result change(Command command, Show show, LockedSeats locked) {
        if (locked.contested().stream().anyMatch(show.plan()::has)) {
            throw new ConcurrentChangeException("Show " + show.id() + " has got seats since they were to be locked");
        }
        Decision decision =
                switch (command.change()) {
                    case BLOCK -> HouseSeats.block(show, command.seats(), locked);
                    case UNBLOCK -> HouseSeats.unblock(show, command.seats(), locked);
                };
        return switch (decision) {
            case Decision.Decided(var seats) -> {
                locked.apply(seats);
                seatLock.store(locked);
                yield new Result.Changed(SeatMapDetails.of(locked, show.plan()));
            }
            case Decision.Refused(var seats) -> new Result.Refused(seats);
            case Decision.UnknownSeats(var seats) -> new Result.UnknownSeats(seats);
        };
    }
}
