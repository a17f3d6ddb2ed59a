package com.modex.booking.adapter.rest.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.NopeOptimizationListener;
import io.github.bucket4j.distributed.proxy.optimization.Optimization;
import io.github.bucket4j.distributed.proxy.optimization.delay.DelayOptimization;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The buckets that several servers take from together. A server keeps back what it counts, for as many requests as a caller
 * may send in a second and a second at most, before it looks into the store again: so each server may let through that
 * many more than there are. It is owed, and taken from what comes later.
 */
final class SharedBuckets {
    static final Duration KEPT_BACK = Duration.ofSeconds(1);

    private final ProxyManager<String> store;
    private final Rate rate;
    private final BucketConfiguration configuration;
    private final Optimization keepingBack;
    private final Breaker breaker;

    /**
     * @param clock the store's own, by which all servers count
     * @param stopwatch measures how long to leave the store alone once it has failed
     */
    SharedBuckets(ProxyManager<String> store, Rate rate, TimeMeter clock, TimeMeter stopwatch) {
        this.store = store;
        this.rate = rate;
        this.configuration = BucketConfiguration.builder().addLimit(rate::limit).build();
        this.keepingBack = new DelayOptimization(
                new DelayParameters(rate.perSecond(), KEPT_BACK), NopeOptimizationListener.INSTANCE, clock);
        this.breaker = new Breaker(stopwatch);
    }

    /** The caller's bucket. The store is not asked yet. */
    Bucket of(String caller) {
        return store.builder().withOptimization(keepingBack).build(keyOf(caller), () -> configuration);
    }

    /** Takes a token out of one of these buckets; empty if the store fails. */
    Optional<ConsumptionProbe> take(Bucket bucket) {
        return breaker.ask(() -> bucket.tryConsumeAndReturnRemaining(1));
    }

    /**
     * Of one length and without NUL, whatever the caller is called, and no name to be read. A bucket remembers its rate, so
     * under another one it is another bucket.
     */
    private String keyOf(String caller) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((rate.perSecond() + " " + caller).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
