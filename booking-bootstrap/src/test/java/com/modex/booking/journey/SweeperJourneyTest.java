package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The sweeper of a running server marks holds that have run out, and keeps them. */
class SweeperJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void holdsThatRanOutAreMarkedAndKept() throws Exception {
        try (var server = RunningServer.start("--booking.sweep-interval=100ms")) {
            String show = server.scheduleShow(10);
            String id = server.post(
                            server.userToken("alice"),
                            "/v1/shows/" + show + "/bookings",
                            "{\"seats\": [1], \"confirm\": false}")
                    .json()
                    .path("id")
                    .asString();
            assertThat(status(server, id)).isEqualTo("PENDING null");
            server.letHoldsRunOut();

            Instant end = Instant.now().plus(PATIENCE);
            while (status(server, id).startsWith("PENDING") && Instant.now().isBefore(end)) {
                Thread.sleep(20);
            }

            assertThat(status(server, id)).isEqualTo("FAILED EXPIRED");
            assertThat(server.sql("SELECT booking_id FROM seats WHERE number = 1"))
                    .as("the sweeper never touches seats")
                    .containsExactly(id);
        }
    }

    private static String status(RunningServer server, String id) {
        return server.sql("SELECT status, failure_reason FROM bookings WHERE id = '" + id + "'")
                .getFirst();
    }
}
