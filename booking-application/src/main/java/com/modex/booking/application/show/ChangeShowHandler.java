package com.modex.booking.application.show;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowLock;
import com.modex.booking.domain.show.ShowStatus;
import com.modex.booking.domain.show.Shows;

final class ChangeShowHandler implements ChangeShow {
    private final UnitOfWork unitOfWork;
    private final ShowLock showLock;
    private final Shows shows;
    private final BusinessClock clock;

    ChangeShowHandler(UnitOfWork unitOfWork, ShowLock showLock, Shows shows, BusinessClock clock) {
        this.unitOfWork = unitOfWork;
        this.showLock = showLock;
        this.shows = shows;
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
        }
        return new Result.Changed(ShowDetails.of(changed));
    }
}
