package com.modex.booking.adapter.rest.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Goes on only when it is told to. */
final class Stopwatch implements TimeMeter {
    private long nanos;

    void forward(Duration time) {
        nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return nanos;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
