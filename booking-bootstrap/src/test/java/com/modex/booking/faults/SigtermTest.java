package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.faults.ApiClient.Answer;
import com.modex.booking.journey.Sweep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that is asked to stop finishes what it has begun. */
class SigtermTest {
    private static final int UNDER_WAY = 150;
    private static final int BUYERS = 32;
    private static final int SEATS = 20_000;

    private static DurablePostgres postgres;

    @BeforeAll
    static void start() {
        postgres = DurablePostgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void whatIsUnderWayIsDoneAndAnswered() throws IOException {
        try (var server = ServerProcess.start(
                postgres.port(), "--spring.datasource.hikari.data-source-properties.options=-c lock_timeout=60s")) {
            ApiClient client = server.client();
            String show = client.scheduleShow(UNDER_WAY);
            for (int seat = 1; seat <= UNDER_WAY; seat++) {
                client.token("buyer-" + seat);
            }
            var accepted = new CountDownLatch(UNDER_WAY);
            var answers = new ArrayList<CompletableFuture<Answer>>();
            try (var _ = postgres.barBookings()) {
                for (int i = 1; i <= UNDER_WAY; i++) {
                    int seat = i;
                    answers.add(Deadline.begin(
                            () -> client.bookOnceAccepted("buyer-" + seat, show, List.of(seat), accepted::countDown)));
                }
                Deadline.await("the acceptance of all requests", () -> accepted.getCount() == 0);
                Deadline.await(
                        "a booking in mid-transaction",
                        () -> !postgres.waitingBackends().isEmpty());
                server.terminate();
                Deadline.await("the end of new connections", () -> !client.canConnect());
                assertThat(answers).noneMatch(CompletableFuture::isDone);
            }

            assertThat(answers)
                    .allMatch(answer -> Deadline.await("an answer", answer).status() == 201);
            Deadline.await("the end of the server", () -> !server.isAlive());
        }
        Sweep.assertClean(postgres::sql);
    }

    /** A client whose request came too late is not answered, but neither is its request carried out. */
    @Test
    void underLoadNothingIsDoneWithoutAnAnswer() throws IOException {
        String show;
        Set<String> promised = ConcurrentHashMap.newKeySet();
        Set<String> otherAnswers = ConcurrentHashMap.newKeySet();
        try (var server = ServerProcess.start(postgres.port())) {
            ApiClient client = server.client();
            show = client.scheduleShow(SEATS);
            var buyers = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < BUYERS; i++) {
                client.token("buyer-" + i);
            }
            for (int i = 0; i < BUYERS; i++) {
                int buyer = i;
                buyers.add(Deadline.begin(() -> {
                    for (int seat = 1 + buyer; seat <= SEATS; seat += BUYERS) {
                        Answer answer;
                        try {
                            answer = client.book("buyer-" + buyer, show, List.of(seat), "seat-" + seat);
                        } catch (IOException e) {
                            return null;
                        }
                        if (answer.status() == 201) {
                            promised.add("seat-" + seat);
                        } else {
                            otherAnswers.add(answer.toString());
                        }
                    }
                    return null;
                }));
            }
            Deadline.await("a server under load", () -> promised.size() > 10 * BUYERS);

            server.terminate();

            buyers.forEach(buyer -> Deadline.await("the end of a buyer", buyer));
            Deadline.await("the end of the server", () -> !server.isAlive());
        }
        assertThat(otherAnswers).isEmpty();
        assertThat(promised).hasSizeLessThan(SEATS);
        assertThat(postgres.sql("SELECT idempotency_key FROM bookings WHERE show_id = '" + show + "'"))
                .containsExactlyInAnyOrderElementsOf(promised);
        Sweep.assertClean(postgres::sql);
    }
}
