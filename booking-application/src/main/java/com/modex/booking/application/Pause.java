package com.modex.booking.application;

import java.time.Duration;

/** Driven port: lets some time pass. It is never used within a unit of work, where it would keep locks from others. */
@FunctionalInterface
public interface Pause {
    void of(Duration time);
}
