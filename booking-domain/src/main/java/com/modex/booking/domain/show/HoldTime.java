package com.modex.booking.domain.show;

import com.modex.booking.domain.InvalidValueException;
import java.time.Duration;

/** How long a hold keeps its seats from others, in whole seconds: 10 to 3,600. */
public record HoldTime(int seconds) {
    public static final HoldTime DEFAULT = new HoldTime(120);

    public HoldTime {
        InvalidValueException.requireInRange(seconds, 10, 3_600, "The hold time in seconds");
    }

    public Duration duration() {
        return Duration.ofSeconds(seconds);
    }
}
