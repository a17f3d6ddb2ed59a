package com.modex.booking.bootstrap.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The database's time, on this machine's stopwatch since it was last set. Servers whose own clocks disagree must not: a
 * bucket that one of them has filled in advance would not be filled by the others until then.
 */
final class DatabaseClock implements TimeMeter {
    private volatile long aheadOfStopwatch = nanosOf(Instant.now()) - System.nanoTime();

    /** @param now the database's time */
    void set(Instant now) {
        aheadOfStopwatch = nanosOf(now) - System.nanoTime();
    }

    @Override
    public long currentTimeNanos() {
        return System.nanoTime() + aheadOfStopwatch;
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }

    /** How far this machine's clock is off. */
    Duration differenceTo(Instant machine) {
        return Duration.ofNanos(currentTimeNanos() - nanosOf(machine)).abs();
    }

    private static long nanosOf(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }
}
