package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Two servers on one database count requests together, and each for itself when the store of their counts is away. */
@ExtendWith(OutputCaptureExtension.class)
class SharedLimitTest {
    private static final int RATE = 2;
    private static final int BURST = 20;
    private static final String LIMIT = "--RATE_LIMIT=" + RATE;
    private static final String SHARED = "--RATE_LIMIT_SHARED=true";

    /** A machine that is busy with other tests is no outage. */
    private static final List<String> PATIENT = List.of(
            "--booking.rate-limit-store.patience=30s",
            "--booking.rate-limit-store.pool.connection-timeout=30000",
            "--booking.rate-limit-store.pool.data-source-properties.socketTimeout=40",
            "--booking.rate-limit-store.pool.data-source-properties.options=-c statement_timeout=30s");

    /** Of which each refused request is one, so this ends though some tokens come back meanwhile. */
    private static final int REFUSALS = 3;

    @Test
    void togetherTheyLetThroughOneLimit(CapturedOutput output) {
        String[] settings =
                Stream.concat(Stream.of(LIMIT, SHARED), PATIENT.stream()).toArray(String[]::new);
        try (var one = RunningServer.start(settings);
                var other = one.startAnother(settings)) {
            Run run = Run.of(one, other, "alice");

            assertThat(run.admitted()).isGreaterThanOrEqualTo(BURST);
            // What each may let through before it looks into the store again.
            assertThat(run.admitted()).isLessThanOrEqualTo(run.mostOf(1) + 2 * RATE);
            assertThat(one.sql("SELECT count(*) > 0 FROM rate_limits WHERE state IS NOT NULL AND expires_at > 0"))
                    .containsExactly("t");
            assertThat(output).doesNotContain("counted by this server alone");
        }
    }

    @Test
    void unlessItIsSetEachCountsForItself() {
        try (var one = RunningServer.start(LIMIT);
                var other = one.startAnother(LIMIT)) {
            assertThat(Run.of(one, other, "alice").admitted()).isGreaterThanOrEqualTo(2 * BURST);
            assertThat(one.sql("SELECT count(*) FROM rate_limits")).containsExactly("0");
        }
    }

    @Test
    void whatHasExpiredIsRemoved() {
        String[] settings = {LIMIT, SHARED, "--booking.rate-limit-store.housekeeping-interval=50ms"};
        try (var server = RunningServer.start(settings)) {
            server.execute("INSERT INTO rate_limits (caller, expires_at) SELECT n, 0 FROM generate_series(1, 2500) n");
            server.execute("INSERT INTO rate_limits (caller) VALUES ('begun')");

            Deadline.await(
                    "the end of what has expired",
                    () -> server.sql("SELECT count(*) FROM rate_limits WHERE expires_at = 0")
                            .equals(List.of("0")));
            assertThat(server.sql("SELECT count(*) FROM rate_limits WHERE caller = 'begun'"))
                    .containsExactly("1");
        }
    }

    @Test
    void whileTheStoreIsAwayEachCountsForItself(CapturedOutput output) {
        try (var one = RunningServer.start(LIMIT, SHARED);
                var other = one.startAnother(LIMIT, SHARED)) {
            one.execute("ALTER TABLE rate_limits RENAME TO rate_limits_elsewhere");

            Run run = Run.of(one, other, "alice");

            assertThat(run.admitted()).isBetween(2L * BURST, run.mostOf(2));
            assertThat(output).contains("counted by this server alone", "\"rate_limits\" does not exist");

            one.execute("ALTER TABLE rate_limits_elsewhere RENAME TO rate_limits");
            Deadline.await("a server that looks into the store again", () -> {
                one.get(one.userToken("bob"), "/v1/bookings");
                return output.getOut().contains("count requests together again");
            });
        }
    }

    @Test
    void aStoreThatDoesNotAnswerKeepsNobodyWaiting(CapturedOutput output) throws SQLException {
        try (var one = RunningServer.start(LIMIT, SHARED);
                var other = one.startAnother(LIMIT, SHARED);
                var rival = one.openTransaction()) {
            rival.execute("LOCK TABLE rate_limits IN ACCESS EXCLUSIVE MODE");

            Run run = Run.of(one, other, "alice");

            assertThat(run.admitted()).isBetween(2L * BURST, run.mostOf(2));
            // To wait for the store each time would take more than that for the two bursts alone.
            assertThat(run.waits(Duration.ofMillis(200))).isLessThan(BURST);
            assertThat(output).contains("counted by this server alone");
        }
    }

    /** Requests to two servers by turns, until both refuse. */
    private record Run(long admitted, Duration time, List<Duration> each) {
        static Run of(RunningServer one, RunningServer other, String user) {
            var tokens = List.of(one.userToken(user), other.userToken(user));
            var servers = List.of(one, other);
            int[] refused = new int[2];
            long admitted = 0;
            var each = new ArrayList<Duration>();
            long begin = System.nanoTime();
            for (int turn = 0; refused[0] < REFUSALS || refused[1] < REFUSALS; turn++) {
                int server = turn % 2;
                long sent = System.nanoTime();
                int status = servers.get(server)
                        .get(tokens.get(server), "/v1/bookings")
                        .status();
                each.add(Duration.ofNanos(System.nanoTime() - sent));
                assertThat(status).isIn(200, 429);
                if (status == 200) {
                    admitted++;
                } else {
                    refused[server]++;
                }
            }
            return new Run(admitted, Duration.ofNanos(System.nanoTime() - begin), each);
        }

        /** So many limits, and what has come since. */
        long mostOf(int limits) {
            return limits * (BURST + RATE * (time.toSeconds() + 1));
        }

        long waits(Duration atLeast) {
            return each.stream().filter(wait -> wait.compareTo(atLeast) >= 0).count();
        }
    }
}
