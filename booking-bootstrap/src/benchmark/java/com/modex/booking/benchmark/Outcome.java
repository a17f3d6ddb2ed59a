package com.modex.booking.benchmark;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What one run came to.
 *
 * @param operations brought to their end
 * @param refused answers of 4xx
 * @param failed answers of 5xx
 * @param lost requests without an answer: the connection was closed under them, or the time was up
 * @param elapsed from the first request to the last answer
 * @param nanos the latency of every single request that was answered
 * @param cores how many cores each party kept busy
 */
record Outcome(long operations, long refused, long failed, long lost, Duration elapsed, Histogram nanos, Cores cores) {

    double perSecond() {
        return operations * 1e9 / elapsed.toNanos();
    }

    /** Milliseconds within which that share of all requests was answered. */
    double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    /** Microseconds of CPU that each operation took of the given number of cores. */
    double microsPerOperation(double busyCores) {
        return operations == 0 ? Double.NaN : busyCores * elapsed.toNanos() / 1e3 / operations;
    }
}
