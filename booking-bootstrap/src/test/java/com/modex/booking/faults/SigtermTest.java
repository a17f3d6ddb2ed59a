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
    /** More than there are places at the database. */
    private static final int AT_WORK = 200;

    private static final int WAITING = 100;
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
    void whatIsUnderWayOrWaitingIsDoneAndAnswered() throws IOException {
        var waiting = new ArrayList<RawConnection>();
        try (var server = ServerProcess.start(
                postgres.port(),
                "--spring.datasource.hikari.data-source-properties.options=-c lock_timeout=60s",
                "--booking.bulkhead.bodies=" + AT_WORK,
                // Some of those at work wait for a place at the database meanwhile.
                "--booking.bulkhead.patience=60s")) {
            ApiClient client = server.client();
            String show = client.scheduleShow(AT_WORK + WAITING);
            for (int seat = 1; seat <= AT_WORK + WAITING; seat++) {
                client.token("buyer-" + seat);
            }
            for (int i = 0; i < WAITING; i++) {
                waiting.add(RawConnection.inUseWith(client));
            }
            var accepted = new CountDownLatch(AT_WORK);
            var answers = new ArrayList<CompletableFuture<Answer>>();
            try (var _ = postgres.barBookings()) {
                for (int i = 1; i <= AT_WORK; i++) {
                    int seat = i;
                    answers.add(Deadline.begin(
                            () -> client.bookOnceAccepted("buyer-" + seat, show, List.of(seat), accepted::countDown)));
                }
                Deadline.await("as many requests at work as there may be", () -> accepted.getCount() == 0);
                for (int i = 0; i < WAITING; i++) {
                    int seat = AT_WORK + 1 + i;
                    String body = "{\"seats\": [" + seat + "]}";
                    waiting.get(i)
                            .send(RawConnection.headOfBooking(client, "buyer-" + seat, show, body.length()) + body);
                }
                server.terminate();
                Deadline.await("the end of new connections", () -> !client.canConnect());
                assertThat(answers).noneMatch(CompletableFuture::isDone);
            }

            for (CompletableFuture<Answer> answer : answers) {
                assertThat(Deadline.await("an answer", answer).status()).isEqualTo(201);
            }
            for (RawConnection connection : waiting) {
                assertThat(connection.readToTheEnd())
                        .startsWith("HTTP/1.1 201 ")
                        .endsWith("}");
            }
            Deadline.await("the end of the server", () -> !server.isAlive());
        } finally {
            for (RawConnection connection : waiting) {
                connection.close();
            }
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
