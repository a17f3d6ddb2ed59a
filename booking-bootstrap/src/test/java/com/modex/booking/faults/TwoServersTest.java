package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.Sweep;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Servers need nothing of each other but the database. */
class TwoServersTest {
    private static final Pattern MARKED = Pattern.compile("Marked (\\d+) holds");
    private static final Duration SEEN_ELSEWHERE_AFTER = Duration.ofSeconds(1);
    private static final int HOLDS = 200;
    private static final int SEATS = 20_000;
    private static final int BUYERS = 16;

    private static DurablePostgres postgres;
    private static ServerProcess one;
    private static ServerProcess other;

    @BeforeAll
    static void startBothOnAnEmptyDatabase() {
        postgres = DurablePostgres.start();
        one = ServerProcess.launch(postgres.port(), "--booking.sweep-interval=50ms");
        other = ServerProcess.launch(postgres.port(), "--booking.sweep-interval=50ms");
        one.awaitReady();
        other.awaitReady();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        postgres.close();
    }

    /** In one test, because it goes with the servers from their start to the end of one of them. */
    @Test
    void theyStartTogetherServeTogetherAndOneGoesOnAlone() throws IOException {
        theDatabaseIsMigratedOnce();
        bothServe();
        whatOneSellsTheOtherShowsAfterASecond();
        everyHoldIsMarkedOnce();
        whatOneLeavesTheOtherTakesUp();
    }

    private static void theDatabaseIsMigratedOnce() {
        assertThat(postgres.sql("SELECT version, success, count(*) FROM flyway_schema_history GROUP BY 1, 2"))
                .containsExactlyInAnyOrder("1 t 1", "2 t 1", "3 t 1", "4 t 1", "5 t 1", "6 t 1");
    }

    private static void bothServe() throws IOException {
        String show = one.client().scheduleShow(2);
        assertThat(other.client().book("alice", show, List.of(1), null).status())
                .isEqualTo(201);
        assertThat(one.client().book("bob", show, List.of(1), null).problem()).isEqualTo("409 SEATS_UNAVAILABLE");
        assertThat(one.client().book("bob", show, List.of(2), null).status()).isEqualTo(201);
    }

    private static void whatOneSellsTheOtherShowsAfterASecond() throws IOException {
        String show = one.client().scheduleShow(1);
        assertThat(statusOfItsSeat(one, show)).isEqualTo("AVAILABLE");
        assertThat(statusOfItsSeat(other, show)).isEqualTo("AVAILABLE");
        assertThat(one.client().book("alice", show, List.of(1), null).status()).isEqualTo(201);

        assertThat(statusOfItsSeat(one, show)).isEqualTo("BOOKED");
        LockSupport.parkNanos(SEEN_ELSEWHERE_AFTER.toNanos());
        assertThat(statusOfItsSeat(other, show)).isEqualTo("BOOKED");
    }

    private static void everyHoldIsMarkedOnce() throws IOException {
        String show = one.client().scheduleShow(HOLDS);
        for (int seat = 1; seat <= HOLDS; seat++) {
            ApiClient client = (seat % 2 == 0 ? one : other).client();
            assertThat(client.hold("holder-" + seat, show, List.of(seat), null).status())
                    .isEqualTo(201);
            // Each by itself, so that the sweepers meet often; of a user each, who would mark their own with the next
            // one.
            postgres.execute("""
                    UPDATE bookings SET expires_at = clock_timestamp() - interval '1 second' WHERE status = 'PENDING';
                    UPDATE seats SET held_until = clock_timestamp() - interval '1 second' WHERE held_until IS NOT NULL
                    """);
        }
        Deadline.await("the marks of both sweepers", () -> marked(one) + marked(other) >= HOLDS && pendingHolds() == 0);
        assertThat(marked(one) + marked(other)).isEqualTo(HOLDS);
        assertThat(postgres.sql("SELECT DISTINCT status, failure_reason FROM bookings WHERE show_id = '" + show + "'"))
                .containsExactly("FAILED EXPIRED");
    }

    private static void whatOneLeavesTheOtherTakesUp() throws IOException {
        String show = one.client().scheduleShow(SEATS);
        try (var load = Load.on(postgres, show, SEATS, BUYERS, List.of(one.client(), other.client()))) {
            load.awaitSales(10 * BUYERS);
            one.kill();
            Deadline.await("requests that are cut off", () -> load.cut() > 0);
            load.awaitSales(10 * BUYERS);
            load.assertKept();
        }
        assertThat(other.client().isLive()).isTrue();
        Sweep.assertClean(postgres::sql);
    }

    private static String statusOfItsSeat(ServerProcess server, String show) throws IOException {
        return server.client()
                .get("/v1/shows/" + show + "/seats")
                .json()
                .at("/seats/0/status")
                .asString();
    }

    private static long pendingHolds() {
        return postgres.number("SELECT count(*) FROM bookings WHERE status = 'PENDING'");
    }

    private static int marked(ServerProcess server) {
        Matcher marks = MARKED.matcher(server.output());
        int sum = 0;
        while (marks.find()) {
            sum += Integer.parseInt(marks.group(1));
        }
        return sum;
    }
}
