package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.faults.ApiClient.Answer;
import com.modex.booking.journey.Sweep;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database that stands still is waited for no longer than the time-out of its sockets. */
class StoppedBackendTest {
    /** Long enough for others to be served meanwhile, on a slow machine too. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(10);

    /** How long the pool is asked for a connection at most. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(10);

    /** For the machine to come round. */
    private static final Duration LEEWAY = Duration.ofSeconds(10);

    private static DurablePostgres postgres;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        postgres = DurablePostgres.start();
        server = ServerProcess.start(
                postgres.port(),
                "--spring.datasource.hikari.data-source-properties.socketTimeout=" + SOCKET_TIMEOUT.toSeconds(),
                // Else the lock's own time-out could come first.
                "--spring.datasource.hikari.data-source-properties.options=-c lock_timeout=60s");
    }

    @AfterAll
    static void stop() {
        server.close();
        postgres.close();
    }

    @Test
    void aBackendThatStandsStillInMidTransactionIsGivenUp() throws IOException {
        ApiClient client = server.client();
        String show = client.scheduleShow(10);
        CompletableFuture<Answer> answer;
        long backend;
        long begin;
        try (var _ = postgres.barBookings()) {
            begin = System.nanoTime();
            answer = Deadline.begin(() -> client.book("alice", show, List.of(3, 4), "once"));
            Deadline.await(
                    "a booking in mid-transaction",
                    () -> !postgres.waitingBackends().isEmpty());
            backend = postgres.waitingBackends().getFirst();
            postgres.suspend(backend);
        }
        try {
            assertThat(client.isLive()).isTrue();
            assertThat(client.get("/v1/shows/" + show + "/availability").status())
                    .as("others are served meanwhile")
                    .isEqualTo(200);
            assertThat(answer).isNotDone();

            assertThat(Deadline.await("an answer", answer)).matches(Answer::isUnavailable);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOCKET_TIMEOUT.plus(LEEWAY));
            assertThat(client.isLive()).isTrue();
        } finally {
            postgres.resume(backend);
        }
        Deadline.await(
                "the end of the transaction that was given up",
                () -> postgres.backends("pid = " + backend).isEmpty());

        Answer again = client.book("alice", show, List.of(3, 4), "once");

        assertThat(again.status()).isEqualTo(201);
        assertThat(postgres.sql("SELECT id FROM bookings WHERE show_id = '" + show + "'"))
                .containsExactly(again.text("id"));
        Sweep.assertClean(postgres::sql);
    }

    @Test
    void allBackendsThatStandStillAreGivenUpAndFoundAgain() throws IOException {
        ApiClient client = server.client();
        String show = client.scheduleShow(10);
        List<Long> all = postgres.backends("true");
        assertThat(all).isNotEmpty();
        all.forEach(postgres::suspend);
        try {
            long begin = System.nanoTime();
            // Whatever connection it gets: the pool tries one after the other until its own time is up, or makes a new
            // one.
            Answer answer = client.book("alice", show, List.of(5), "once-again");
            assertThat(answer.status()).isIn(201, 503);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(CONNECTION_TIMEOUT.plus(SOCKET_TIMEOUT).plus(LEEWAY));
            assertThat(client.isLive()).isTrue();
        } finally {
            all.forEach(postgres::resume);
        }
        assertThatOneBookingIsMadeAfterwards(client, show, "once-again");
    }

    @Test
    void allOfPostgresThatStandsStillIsAnswered503WhileTheServerStaysAlive() throws IOException {
        ApiClient client = server.client();
        String show = client.scheduleShow(10);
        client.token("alice");
        try (var _ = postgres.suspendAll()) {
            long begin = System.nanoTime();
            CompletableFuture<Answer> answer =
                    Deadline.begin(() -> client.book("alice", show, List.of(5), "once-more"));
            Deadline.await("an answer", () -> {
                assertThat(client.isLive()).isTrue();
                return answer.isDone();
            });

            assertThat(answer.join()).matches(Answer::isUnavailable);
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(CONNECTION_TIMEOUT.plus(SOCKET_TIMEOUT).plus(LEEWAY));
        }
        assertThatOneBookingIsMadeAfterwards(client, show, "once-more");
    }

    private static void assertThatOneBookingIsMadeAfterwards(ApiClient client, String show, String key) {
        Deadline.await("a booking afterwards", Duration.ofSeconds(10), () -> booked(client, show, key));
        assertThat(postgres.sql("SELECT seats FROM bookings WHERE show_id = '" + show + "'"))
                .containsExactly("{5}");
        Sweep.assertClean(postgres::sql);
    }

    private static boolean booked(ApiClient client, String show, String key) {
        try {
            return client.book("alice", show, List.of(5), key).status() == 201;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
