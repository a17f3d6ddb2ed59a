package com.modex.booking.adapter.rest.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before something that may fail or be slow to. Once it has failed nobody is let through for a while, and then one
 * alone, until it works again.
 */
final class Breaker {
    /** Longer than any count is kept back, so that whoever tries does not get an answer out of memory. */
    static final Duration PAUSE = SharedBuckets.KEPT_BACK.multipliedBy(2);

    /** Longer than the one who tries may take; if they are never heard of again, the next one tries. */
    private static final Duration TRIAL = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final TimeMeter stopwatch;
    private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

    Breaker(TimeMeter stopwatch) {
        this.stopwatch = stopwatch;
    }

    /** What it answers; empty if it fails, or has just failed and was not asked. */
    <T> Optional<T> ask(Supplier<T> question) {
        Outage seen = outage.get();
        Outage trial = seen == null ? null : outageOf(TRIAL);
        if (seen != null && (!seen.hasPassed(stopwatch) || !outage.compareAndSet(seen, trial))) {
            return Optional.empty();
        }
        try {
            T answer = question.get();
            if (trial != null && outage.compareAndSet(trial, null)) {
                LOG.info("The servers count requests together again");
            }
            return Optional.of(answer);
        } catch (RuntimeException e) {
            if (outage.getAndSet(outageOf(PAUSE)) == null) {
                LOG.warn("Requests are counted by this server alone, because the shared count fails: {}", reasonOf(e));
            }
            return Optional.empty();
        }
    }

    private Outage outageOf(Duration time) {
        return new Outage(stopwatch.currentTimeNanos(), time.toNanos());
    }

    private static String reasonOf(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        // Not the exception itself, which would be logged with all its frames.
        return reason.toString();
    }

    /** A time in which nobody asks. */
    private record Outage(long begin, long nanos) {
        boolean hasPassed(TimeMeter stopwatch) {
            return stopwatch.currentTimeNanos() - begin >= nanos;
        }
    }
}
