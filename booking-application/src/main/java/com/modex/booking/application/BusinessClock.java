package com.modex.booking.application;

import java.time.Instant;

/**
 * Driven port: the database's clock, which all stored times and all deadlines go by, so that servers whose clocks
 * differ agree. Where rows are locked, the time comes with the lock instead.
 */
@FunctionalInterface
public interface BusinessClock {
    Instant now();
}
