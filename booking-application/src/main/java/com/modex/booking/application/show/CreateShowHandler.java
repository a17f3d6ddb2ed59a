package com.modex.booking.application.show;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowIds;
import com.modex.booking.domain.show.Shows;

final class CreateShowHandler implements CreateShow {
    private final UnitOfWork unitOfWork;
    private final Shows shows;
    private final ShowIds ids;
    private final BusinessClock clock;

    CreateShowHandler(UnitOfWork unitOfWork, Shows shows, ShowIds ids, BusinessClock clock) {
        this.unitOfWork = unitOfWork;
        this.shows = shows;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public ShowDetails create(Command command) {
        return unitOfWork.run(() -> {
            Show show = Show.schedule(
                    ids.next(),
                    command.name(),
                    command.type(),
                    command.startTime(),
                    command.plan(),
                    command.terms(),
                    clock.now());
            shows.add(show);
            return ShowDetails.of(show);
        });
    }
}
