package com.modex.booking.application.show;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowIds;
import com.modex.booking.domain.show.Shows;
import java.util.Optional;

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
    public Result create(Command command) {
        return unitOfWork.run(() -> {
            try {
                return add(command, schedule(command));
            } catch (InvalidValueException e) {
                // What lay in the future at the first time may lie in the past at the second.
                return replay(command).orElseThrow(() -> e);
            }
        });
    }

    private Show schedule(Command command) {
        return Show.schedule(
                ids.next(),
                command.name(),
                command.type(),
                command.startTime(),
                command.plan(),
                command.terms(),
                clock.now());
    }

    private Result add(Command command, Show show) {
        return shows.add(show, command.key())
                ? new Result.Created(ShowDetails.of(show))
                : replay(command)
                        .orElseThrow(() -> new IllegalStateException("Show " + show.id() + " could not be added"));
    }

    private Optional<Result> replay(Command command) {
        IdempotencyKey key = command.key();
        return key == null
                ? Optional.empty()
                : shows.findMadeWith(key)
                        .map(keyed -> keyed.wasAskedForBy(key)
                                ? new Result.Replayed(ShowDetails.of(keyed.made()))
                                : new Result.KeyReused());
    }
}
