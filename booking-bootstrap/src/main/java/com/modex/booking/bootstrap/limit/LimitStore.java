package com.modex.booking.bootstrap.limit;

import com.modex.booking.application.BusinessClock;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The table {@code rate_limits}, on connections of its own: no booking waits for one of them, and no request for one of the
 * bookings'. It is no data source to the others, and it fails soon rather than late. Only the housekeeping asks the time on
 * a connection like everybody.
 */
final class LimitStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LimitStore.class);

    /** Beyond the time at which the bucket is full, so that a row is not made anew for whoever comes again. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int BATCH = 1_000;

    private final DatabaseClock clock = new DatabaseClock();
    private final BusinessClock databaseTime;
    private final HikariDataSource connections;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    LimitStore(HikariConfig pool, Duration patience, BusinessClock databaseTime) {
        this.databaseTime = databaseTime;
        this.connections = new HikariDataSource(pool);
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(connections)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limits")
                .idColumn("caller")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
                .requestTimeout(patience)
                .clientClock(clock)
                .build();
    }

    DatabaseClock clock() {
        return clock;
    }

    ProxyManager<String> buckets() {
        return buckets;
    }

    /** Sets the clock, and removes what has expired. What does not succeed is left until the next turn. */
    @Scheduled(
            initialDelayString = "${booking.rate-limit-store.housekeeping-interval}",
            fixedDelayString = "${booking.rate-limit-store.housekeeping-interval}")
    void keepHouse() {
        try {
            clock.set(databaseTime.now());
            // It goes by this machine's clock. One that is off would remove what still counts; the other servers do it.
            if (clock.differenceTo(Instant.now()).compareTo(KEPT) < 0) {
                removeExpired();
            }
        } catch (RuntimeException e) {
            LOG.warn("Counts of requests that have expired are left until the next turn: {}", e.getMessage());
        }
    }

    private void removeExpired() {
        int removed;
        do {
            removed = buckets.removeExpired(BATCH);
        } while (removed == BATCH);
    }

    @Override
    public void close() {
        connections.close();
    }
}
