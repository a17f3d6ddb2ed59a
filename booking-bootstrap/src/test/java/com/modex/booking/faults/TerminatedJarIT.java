package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.faults.ApiClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The jar that is asked to stop under load: it answers what it has begun, begins nothing more, and ends. */
class TerminatedJarIT {
    /** What a shell and Docker say of a process that {@code SIGTERM} has ended. */
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    private static final int AT_WORK = 32;
    private static final int SEATS = 4_000;
    private static final int BUYERS = 32;

    @Test
    void whatIsUnderWayIsAnsweredAndNothingIsDoneWithoutAnAnswer() throws IOException {
        try (var production = Production.prepare();
                var server = production.start(
                        "--spring.datasource.hikari.data-source-properties.options=-c lock_timeout=60s")) {
            ApiClient client = server.client();
            DurablePostgres postgres = production.postgres();
            String show = client.scheduleShow(AT_WORK);
            try (var load = Load.on(postgres, client.scheduleShow(SEATS), SEATS, BUYERS, List.of(client))) {
                var accepted = new CountDownLatch(AT_WORK);
                var answers = new ArrayList<CompletableFuture<Answer>>();
                try (var _ = postgres.barBookings()) {
                    for (int i = 1; i <= AT_WORK; i++) {
                        int seat = i;
                        answers.add(Deadline.begin(() ->
                                client.bookOnceAccepted("alice-" + seat, show, List.of(seat), accepted::countDown)));
                    }
                    Deadline.await("requests at work", () -> accepted.getCount() == 0);
                    server.terminate();
                    Deadline.await("the end of new connections", () -> !client.canConnect());
                    assertThat(answers).noneMatch(CompletableFuture::isDone);
                }

                for (CompletableFuture<Answer> answer : answers) {
                    assertThat(Deadline.await("an answer", answer).status()).isEqualTo(201);
                }
                assertThat(server.awaitExit()).isEqualTo(ENDED_BY_SIGTERM);
                load.giveUp();
                load.assertKept();
                assertThat(load.cut()).isPositive();
                assertThat(postgres.number("SELECT count(*) FROM bookings WHERE show_id = '" + show + "'"))
                        .isEqualTo(AT_WORK);
            }
            assertThat(server.events()).isNotEmpty();
        }
    }
}
