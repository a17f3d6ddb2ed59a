package com.modex.booking.application.show;

import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.ShowName;
import com.modex.booking.domain.show.ShowType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Schedules a show. Its seats exist, free, when this returns: all or none. */
public interface CreateShow {
    /**
     * Schedules the show, by the database's clock.
     *
     * @throws InvalidValueException if the show would not start in the future, or sales would never be open
     */
    Result create(Command command);

    /**
     * The show to schedule.
     *
     * @param key null where the request may be done as often as it is sent
     */
    record Command(
            ShowName name,
            ShowType type,
            Instant startTime,
            SeatPlan plan,
            SalesTerms terms,
            @Nullable IdempotencyKey key) {}

    /** What the admin gets. */
    sealed interface Result {
        record Created(ShowDetails show) implements Result {}

        /** What a request with this key was answered before: that show, as it is now. */
        record Replayed(ShowDetails show) implements Result {}

        /** The key was used before, with another body. */
        record KeyReused() implements Result {}
    }
}
