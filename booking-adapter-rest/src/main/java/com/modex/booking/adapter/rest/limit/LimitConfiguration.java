package com.modex.booking.adapter.rest.limit;

import com.modex.booking.adapter.rest.problem.ProblemWriter;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The limit on requests that the environment sets. If there is a store, several servers share it; if there is a clock, it is
 * the one that the store goes by.
 */
@Configuration(proxyBeanMethods = false)
public class LimitConfiguration {
    /** What {@code RATE_LIMIT} is where there is no limit. */
    public static final String OFF = "off";

    @Bean
    RequestLimit requestLimit(
            @Value("${booking.rate-limit}") String setting,
            ProblemWriter writer,
            ObjectProvider<ProxyManager<String>> store,
            ObjectProvider<TimeMeter> clock) {
        return Rate.parse(setting)
                .map(rate -> new RequestLimit(buckets(rate, store.getIfAvailable(), clock), writer))
                .orElseGet(() -> new RequestLimit(null, writer));
    }

    private static CallerBuckets buckets(
            Rate rate, @Nullable ProxyManager<String> store, ObjectProvider<TimeMeter> clock) {
        // A stopwatch and no clock: what time it is does not matter, nor that a clock is put back.
        TimeMeter stopwatch = TimeMeter.SYSTEM_NANOTIME;
        return new CallerBuckets(
                rate,
                stopwatch,
                store == null
                        ? null
                        : new SharedBuckets(
                                store, rate, clock.getIfAvailable(() -> TimeMeter.SYSTEM_MILLISECONDS), stopwatch));
    }
}
