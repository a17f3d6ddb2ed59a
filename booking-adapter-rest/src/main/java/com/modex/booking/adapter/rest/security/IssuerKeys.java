package com.modex.booking.adapter.rest.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's keys, as it published them last. One caller at a time asks the issuer, and nobody waits for that caller: a
 * key that is known is given out, and whoever needs another is told that it cannot be had. Only while nothing is known of
 * the issuer at all, not even that it fails, the first callers wait for its answer, for {@link #AT_FIRST} at most.
 *
 * <p>After an answer the issuer is left alone for {@link #PAUSE}, however many tokens name keys that it does not publish,
 * and after a failure as well. Known keys are renewed after {@link #FRESH}; while that fails they are kept up to
 * {@link #KEPT}. Nimbus has a cache, a rate limit and a tolerance of outages too, but they make others wait or fail with
 * the one who asks, and take an unknown key for an outage.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    static final Duration PAUSE = Duration.ofSeconds(5);
    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration KEPT = Duration.ofHours(1);
    private static final Duration AT_FIRST = Duration.ofSeconds(2);

    private final Published issuer;
    private final LongSupplier stopwatch;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile @Nullable Failure failure;

    IssuerKeys(Published issuer, LongSupplier stopwatch) {
        this.issuer = issuer;
        this.stopwatch = stopwatch;
    }

    /** What the issuer publishes at this moment; to ask takes as long as the issuer does, and may fail. */
    @FunctionalInterface
    interface Published {
        JWKSet fetch() throws ParseException;
    }

    /**
     * The keys that suit a token; none if the issuer has none.
     *
     * @throws JWKSetUnavailableException if nobody can say now
     */
    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws JWKSetUnavailableException {
        Known last = known;
        if (last == null || isPast(last.since, KEPT)) {
            return wanted.select(failure == null ? ask(AT_FIRST) : ask());
        }
        if (!isPast(last.since, PAUSE)) {
            return wanted.select(last.keys);
        }
        List<JWK> suitable = wanted.select(last.keys);
        if (suitable.isEmpty()) {
            return wanted.select(ask());
        }
        return isPast(last.since, FRESH) ? wanted.select(renewed(last.keys)) : suitable;
    }

    private JWKSet renewed(JWKSet old) {
        if (failure != null) {
            // Who has a known key has waited once in this outage, and need not wait again.
            if (mayAsk()) {
                Thread.ofVirtual().name("issuer-keys").start(() -> askOr(old));
            }
            return old;
        }
        return askOr(old);
    }

    private JWKSet askOr(JWKSet old) {
        try {
            return ask();
        } catch (JWKSetUnavailableException _) {
            return old;
        }
    }

    private boolean mayAsk() {
        Failure last = failure;
        return !asking.isLocked() && (last == null || isPast(last.since, PAUSE));
    }

    private JWKSet ask() throws JWKSetUnavailableException {
        return ask(Duration.ZERO);
    }

    private JWKSet ask(Duration patience) throws JWKSetUnavailableException {
        if (!lock(patience)) {
            throw new JWKSetUnavailableException("The issuer is being asked");
        }
        try {
            Known last = known;
            if (last != null && !isPast(last.since, PAUSE)) {
                return last.keys;
            }
            Failure failed = failure;
            if (failed != null && !isPast(failed.since, PAUSE)) {
                throw new JWKSetUnavailableException("The issuer did not answer a moment ago", failed.cause);
            }
            return fetch();
        } finally {
            asking.unlock();
        }
    }

    private boolean lock(Duration patience) {
        try {
            return asking.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JWKSet fetch() throws JWKSetUnavailableException {
        try {
            JWKSet keys = issuer.fetch();
            known = new Known(keys, stopwatch.getAsLong());
            failure = null;
            return keys;
        } catch (ParseException | RuntimeException e) {
            failure = new Failure(e, stopwatch.getAsLong());
            throw new JWKSetUnavailableException("The issuer does not answer: " + e.getMessage(), e);
        }
    }

    private boolean isPast(long since, Duration time) {
        return stopwatch.getAsLong() - since >= time.toNanos();
    }

    private record Known(JWKSet keys, long since) {}

    private record Failure(Exception cause, long since) {}
}
