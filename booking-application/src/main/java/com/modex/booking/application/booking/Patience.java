package com.modex.booking.application.booking;

import com.modex.booking.application.Pause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a request is tried again while rivals are in its way, by the database's clock. */
final class Patience {
    /** About as long as a rival's transaction takes. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Pause pause;
    private final Duration limit;
    private @Nullable Instant end;

    Patience(Pause pause, Duration limit) {
        this.pause = pause;
        this.limit = limit;
    }

    /** Whether there is time for another try; the first one that failed begins the count. */
    boolean lastsAt(Instant now) {
        if (end == null) {
            end = now.plus(limit);
        }
        return now.isBefore(end);
    }

    void pause() {
        pause.of(PAUSE);
    }
}
