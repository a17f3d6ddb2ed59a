package com.modex.booking.application.show;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowLock;
import com.modex.booking.domain.show.ShowStatus;
import com.modex.booking.domain.show.Shows;

final class ChangeShowHandler implements ChangeShow {
    private final UnitOfWork unitOfWork;
    private final ShowLock showLock;
    private final Shows shows;
    private final SeatLock seatLock;
    private final BusinessClock clock;

    ChangeShowHandler(UnitOfWork unitOfWork, ShowLock showLock, Shows shows, SeatLock seatLock, BusinessClock clock) {
        this.unitOfWork = unitOfWork;
        this.showLock = showLock;
        this.shows = shows;
        this.seatLock = seatLock;
        this.clock = clock;
    }

    @Override
    public Result change(Command command) {
        return unitOfWork.run(() ->
                showLock.lock(command.show()).map(show -> change(command, show)).orElseGet(Result.NotFound::new));
    }

    private Result change(Command command, Show show) {
        if (!command.expected().includes(show.version())) {
            return new Result.Stale();
        }
        if (show.status() == ShowStatus.CANCELLED) {
            return new Result.Cancelled();
        }
        Show changed = show.change(command.changes(), clock.now());
        if (changed != show) {
            shows.update(changed);
            awaitThoseWhoTakeNoTurn(show, changed);
        }
        return new Result.Changed(ShowDetails.of(changed));
    }

    /**
     * While a show has no limit on a user's seats, users need no turn to book. Who books by the show as it was is waited for,
     * so that whoever comes next counts those seats.
     */
    private void awaitThoseWhoTakeNoTurn(Show before, Show after) {
        if (before.terms().seatLimit() == null && after.terms().seatLimit() != null) {
            seatLock.awaitAll(after.id());
        }
    }
}
