package com.modex.booking.bootstrap.limit;

import com.modex.booking.adapter.rest.limit.LimitConfiguration;
import com.modex.booking.application.BusinessClock;
import com.modex.booking.bootstrap.settings.StartRefusedException;
import com.zaxxer.hikari.HikariConfig;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Lets the REST adapter count requests together with the other servers, if that is set and there is a limit. */
@Configuration(proxyBeanMethods = false)
@Conditional(SharedLimitConfiguration.IsShared.class)
class SharedLimitConfiguration {
    @Bean
    @ConfigurationProperties("booking.rate-limit-store.pool")
    HikariConfig rateLimitPool(JdbcConnectionDetails database) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        return pool;
    }

    @Bean
    LimitStore limitStore(
            HikariConfig rateLimitPool,
            @Value("${booking.rate-limit-store.patience}") Duration patience,
            BusinessClock databaseTime) {
        var store = new LimitStore(rateLimitPool, patience, databaseTime);
        store.keepHouse();
        return store;
    }

    @Bean
    ProxyManager<String> sharedBuckets(LimitStore store) {
        return store.buckets();
    }

    @Bean
    TimeMeter sharedBucketsClock(LimitStore store) {
        return store.clock();
    }

    /** {@code RATE_LIMIT_SHARED} is set, and {@code RATE_LIMIT} does not say that there is none. */
    static final class IsShared implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment settings = context.getEnvironment();
            String shared = settings.getRequiredProperty("booking.rate-limit-shared");
            return switch (shared) {
                case "true" ->
                    !settings.getRequiredProperty("booking.rate-limit").equals(LimitConfiguration.OFF);
                case "false" -> false;
                default ->
                    throw new StartRefusedException(
                            "The server cannot start, because RATE_LIMIT_SHARED is '%s'.".formatted(shared),
                            "Set RATE_LIMIT_SHARED to 'true' or to 'false'.");
            };
        }
    }
}
