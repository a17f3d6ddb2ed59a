package com.modex.booking.adapter.rest.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of tokens for each caller of late, and with other servers a second one that they take from too. Nobody who names
 * many callers can make it take more than so much memory.
 */
final class CallerBuckets {
    private static final int MAX_CALLERS = 100_000;

    /** A bucket is full again after {@value Rate#BURST_SECONDS} seconds; one that is full need not be kept. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Rate rate;
    private final TimeMeter stopwatch;
    private final @Nullable SharedBuckets shared;
    private final Cache<String, Caller> callers;

    /** @param shared none if this server counts for itself */
    CallerBuckets(Rate rate, TimeMeter stopwatch, @Nullable SharedBuckets shared) {
        this.rate = rate;
        this.stopwatch = stopwatch;
        this.shared = shared;
        this.callers = Caffeine.newBuilder()
                .maximumSize(MAX_CALLERS)
                .expireAfterAccess(KEPT)
                .build();
    }

    /**
     * Takes a token out of the caller's bucket. Where there is none, says how long it is until there will be.
     *
     * <p>Who has none here has none anywhere: what is shared is never asked for them. And if it cannot be asked, what was
     * counted here all along is what counts.
     */
    Duration take(String caller) {
        Caller known = callers.get(caller, this::newCaller);
        ConsumptionProbe own = known.own().tryConsumeAndReturnRemaining(1);
        if (!own.isConsumed() || shared == null || known.shared() == null) {
            return waitOf(own);
        }
        ConsumptionProbe together = shared.take(known.shared()).orElse(own);
        if (!together.isConsumed()) {
            known.own().addTokens(1);
        }
        return waitOf(together);
    }

    /** How many callers are remembered now. */
    long size() {
        callers.cleanUp();
        return callers.estimatedSize();
    }

    private static Duration waitOf(ConsumptionProbe probe) {
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Caller newCaller(String name) {
        Bucket own = Bucket.builder()
                .addLimit(rate::limit)
                .withCustomTimePrecision(stopwatch)
                .build();
        return new Caller(own, shared == null ? null : shared.of(name));
    }

    private record Caller(Bucket own, @Nullable Bucket shared) {}
}
