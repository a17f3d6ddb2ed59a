package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.faults.ApiClient.Answer;
import com.modex.booking.journey.Sweep;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of a commit whose answer is lost, nobody knows whether it was done: the client is told to ask again, and it was. */
class LostCommitAnswerTest {
    private static DurablePostgres postgres;
    private static FaultProxy proxy;
    private static ServerProcess server;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        postgres = DurablePostgres.start();
        proxy = FaultProxy.before(postgres);
        server = ServerProcess.start(proxy.port());
        client = server.client();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        proxy.close();
        postgres.close();
    }

    @AfterEach
    void nothingIsLeftByHalves() {
        Sweep.assertClean(postgres::sql);
    }

    @Test
    void aBookingIsMadeOnce() throws IOException {
        String show = client.scheduleShow(10);
        CompletableFuture<Void> committed = proxy.cutAtNextCommit();

        Answer lost = client.book("alice", show, List.of(3, 4), "once");
        Answer again = client.book("alice", show, List.of(3, 4), "once");

        assertThat(committed).isDone();
        assertThat(lost).matches(Answer::isUnavailable);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.replayed()).isTrue();
        assertThat(postgres.sql("SELECT id FROM bookings WHERE show_id = '" + show + "'"))
                .containsExactly(again.text("id"));
    }

    @Test
    void aShowIsMadeOnce() throws IOException {
        long before = postgres.number("SELECT count(*) FROM shows");
        CompletableFuture<Void> committed = proxy.cutAtNextCommit();

        Answer lost = client.createShow(10, "once");
        Answer again = client.createShow(10, "once");

        assertThat(committed).isDone();
        assertThat(lost).matches(Answer::isUnavailable);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.replayed()).isTrue();
        assertThat(postgres.number("SELECT count(*) FROM shows")).isEqualTo(before + 1);
    }

    @Test
    void aConfirmationMayBeRepeated() throws IOException {
        String show = client.scheduleShow(10);
        String booking = client.hold("alice", show, List.of(3, 4), null).text("id");
        CompletableFuture<Void> committed = proxy.cutAtNextCommit();

        Answer lost = client.confirm("alice", booking);
        Answer again = client.confirm("alice", booking);

        assertThat(committed).isDone();
        assertThat(lost).matches(Answer::isUnavailable);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("status")).isEqualTo("CONFIRMED");
    }

    @Test
    void buyersWhoShareATransactionAllAskAgain() throws IOException {
        String show = client.scheduleShow(100);
        try (var load = Load.on(postgres, show, 100, 16, List.of(client))) {
            CompletableFuture<Void> committed = proxy.cutAtNextCommit();
            Deadline.await("a commit under load", committed);
            load.awaitSoldOut();

            assertThat(load.unavailable()).isPositive();
            load.assertKept();
        }
    }
}
