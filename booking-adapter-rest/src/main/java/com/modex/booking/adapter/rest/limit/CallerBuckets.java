package com.modex.booking.adapter.rest.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A bucket of tokens for each caller of late. Nobody who names many callers can make it take more than so much memory. */
final class CallerBuckets {
    private static final int MAX_CALLERS = 100_000;

    /** A bucket is full again after {@value Rate#BURST_SECONDS} seconds; one that is full need not be kept. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Rate rate;
    private final TimeMeter stopwatch;
    private final Cache<String, Bucket> buckets;

    CallerBuckets(Rate rate, TimeMeter stopwatch) {
        this.rate = rate;
        this.stopwatch = stopwatch;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_CALLERS)
                .expireAfterAccess(KEPT)
                .build();
    }

    /** Takes a token out of the caller's bucket. Where there is none, says how long it is until there will be. */
    Duration take(String caller) {
        var probe = buckets.get(caller, _ -> newBucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** How many callers are remembered now. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(stopwatch)
                .build();
    }
}
