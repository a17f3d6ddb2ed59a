package com.modex.booking.model;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server does what the contract says, in any order of requests, and forgets nothing when it crashes.
 *
 * <p>{@code ./mvnw verify} gives it a minute. {@code -Dmodel.minutes=30} lets it run longer, and {@code -Dmodel.seed=…}
 * gives a run again that has found a difference.
 */
class BookingModelTest {
    private static final Logger LOG = LoggerFactory.getLogger(BookingModelTest.class);

    @Test
    void theServerAnswersAsTheModelDoes() throws Exception {
        long seed = Long.getLong("model.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));
        double minutes = Double.parseDouble(System.getProperty("model.minutes", "1"));
        Instant end = Instant.now().plusMillis((long) (minutes * 60_000));
        LOG.info("The model test begins with -Dmodel.seed={} and ends after {} minutes", seed, minutes);
        try (var run = new ModelRun(seed)) {
            run.goOnUntil(end);
        }
    }
}
