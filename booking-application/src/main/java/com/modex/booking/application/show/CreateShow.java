package com.modex.booking.application.show;

import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.ShowName;
import com.modex.booking.domain.show.ShowType;
import java.time.Instant;

/** Schedules a show. Its seats exist, free, when this returns: all or none. */
public interface CreateShow {
    /**
     * Schedules the show, by the database's clock.
     *
     * @throws InvalidValueException if the show would not start in the future, or sales would never be open
     */
    ShowDetails create(Command command);

    /** The show to schedule. */
    record Command(ShowName name, ShowType type, Instant startTime, SeatPlan plan, SalesTerms terms) {}
}
