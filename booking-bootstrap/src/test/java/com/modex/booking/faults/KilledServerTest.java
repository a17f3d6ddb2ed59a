package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.faults.ApiClient.Answer;
import com.modex.booking.journey.Sweep;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that is killed at the worst moment leaves nothing by halves, and what it left is found by the next one. */
class KilledServerTest {
    private static final List<Integer> PAIR = List.of(3, 4);

    private static DurablePostgres postgres;
    private static FaultProxy proxy;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        postgres = DurablePostgres.start();
        proxy = FaultProxy.before(postgres);
        server = ServerProcess.start(proxy.port());
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
    void aBookingInMidTransactionIsRolledBack() throws IOException {
        String show = server.client().scheduleShow(10);
        try (var _ = postgres.barBookings()) {
            CompletableFuture<Answer> answer = beginToBook(show);
            Deadline.await(
                    "a booking in mid-transaction",
                    () -> !postgres.waitingBackends().isEmpty());
            killTheServer();
            assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        }
        awaitNobodyConnected();
        assertThat(bookings(show)).isEmpty();
        assertThat(postgres.sql("SELECT number FROM seats WHERE booking_id IS NOT NULL AND show_id = '" + show + "'"))
                .isEmpty();

        startTheNext();
        Answer again = server.client().book("alice", show, PAIR, "once");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.replayed()).isFalse();
        assertThat(bookings(show)).containsExactly(again.text("id"));
    }

    @Test
    void aBookingThatWasCommittedIsFoundByItsKey() throws IOException {
        String show = server.client().scheduleShow(10);
        CompletableFuture<Void> committed = proxy.muteAtNextCommit();
        CompletableFuture<Answer> answer = beginToBook(show);
        Deadline.await("a commit whose answer is on its way", committed);
        killTheServer();
        assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
        awaitNobodyConnected();
        List<String> left = bookings(show);
        assertThat(left).hasSize(1);

        startTheNext();
        Answer again = server.client().book("alice", show, PAIR, "once");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.replayed()).isTrue();
        assertThat(again.text("id")).isEqualTo(left.getFirst());
        assertThat(bookings(show)).isEqualTo(left);
    }

    private static CompletableFuture<Answer> beginToBook(String show) {
        ApiClient client = server.client();
        return Deadline.begin(() -> client.book("alice", show, PAIR, "once"));
    }

    private static List<String> bookings(String show) {
        return postgres.sql("SELECT id FROM bookings WHERE show_id = '" + show + "'");
    }

    private static void killTheServer() {
        server.close();
    }

    private static void startTheNext() {
        server = ServerProcess.start(proxy.port());
    }

    private static void awaitNobodyConnected() {
        Deadline.await(
                "the end of the killed server's sessions",
                () -> postgres.backends("true").isEmpty());
    }
}
