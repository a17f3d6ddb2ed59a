package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.faults.ApiClient.Answer;
import com.modex.booking.journey.Sweep;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A bad network makes answers late, but not later than the time-outs allow, and costs the pool no connection for good. */
class SlowNetworkTest {
    private static final int POOL = 4;
    private static final int BUYERS = 40;

    private static final Duration DELAY = Duration.ofMillis(500);

    /** Of the pool: who gets no connection until then is told to come back. */
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration LEEWAY = Duration.ofSeconds(7);

    private static DurablePostgres postgres;
    private static FaultProxy proxy;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        postgres = DurablePostgres.start();
        proxy = FaultProxy.before(postgres);
        server = ServerProcess.start(
                proxy.port(),
                "--DATABASE_POOL_SIZE=" + POOL,
                "--spring.datasource.hikari.data-source-properties.socketTimeout=" + SOCKET_TIMEOUT.toSeconds());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        proxy.close();
        postgres.close();
    }

    @AfterEach
    void noConnectionIsLost() {
        proxy.delay(Duration.ZERO);
        Deadline.await(
                "a pool whose connections are all free",
                () -> postgres.backends("state <> 'idle'").isEmpty()
                        && postgres.backends("true").size() <= POOL);
        Sweep.assertClean(postgres::sql);
    }

    @Test
    void aSlowNetworkDelaysButDoesNotFail() throws IOException {
        ApiClient client = server.client();
        String show = client.scheduleShow(BUYERS);
        tokens(client);
        proxy.delay(DELAY);

        List<Timed> answers = bookAtOnce(client, show);

        assertThat(answers).allMatch(answer -> answer.answer().status() == 201);
        assertThat(answers)
                .allMatch(answer ->
                        answer.time().compareTo(DELAY) > 0 && answer.time().compareTo(TO_CONNECT.plus(LEEWAY)) < 0);
        assertThat(postgres.number("SELECT count(*) FROM bookings WHERE show_id = '" + show + "'"))
                .isEqualTo(BUYERS);
    }

    @Test
    void deadConnectionsAreReplaced() throws IOException {
        ApiClient client = server.client();
        String show = client.scheduleShow(BUYERS);
        tokens(client);
        proxy.halfOpen();

        List<Timed> answers = bookAtOnce(client, show);

        Duration bound = TO_CONNECT.plus(SOCKET_TIMEOUT).plus(LEEWAY);
        assertThat(answers)
                .allMatch(answer ->
                        answer.answer().status() == 201 || answer.answer().isUnavailable());
        assertThat(answers).allMatch(answer -> answer.time().compareTo(bound) < 0);
        List<Timed> again = bookAtOnce(client, show);
        assertThat(again).allMatch(answer -> answer.answer().status() == 201);
        assertThat(postgres.number("SELECT count(*) FROM bookings WHERE show_id = '" + show + "'"))
                .isEqualTo(BUYERS);
    }

    @Test
    void connectionsThatAreCutAreReplaced() throws IOException {
        ApiClient client = server.client();
        String show = client.scheduleShow(BUYERS);
        tokens(client);
        proxy.cut();

        List<Timed> answers = bookAtOnce(client, show);

        assertThat(answers)
                .allMatch(answer ->
                        answer.answer().status() == 201 || answer.answer().isUnavailable());
        // A cut shows at once: there is no time-out to be waited for.
        assertThat(answers).allMatch(answer -> answer.time().compareTo(LEEWAY) < 0);
        assertThat(bookAtOnce(client, show)).allMatch(answer -> answer.answer().status() == 201);
        assertThat(postgres.number("SELECT count(*) FROM bookings WHERE show_id = '" + show + "'"))
                .isEqualTo(BUYERS);
    }

    private static void tokens(ApiClient client) {
        for (int i = 1; i <= BUYERS; i++) {
            client.token("buyer-" + i);
        }
    }

    /** Each buyer books a seat of their own, with a key. */
    private static List<Timed> bookAtOnce(ApiClient client, String show) {
        var answers = new ArrayList<CompletableFuture<Timed>>();
        for (int i = 1; i <= BUYERS; i++) {
            int seat = i;
            answers.add(Deadline.begin(() -> {
                long begin = System.nanoTime();
                Answer answer = client.book("buyer-" + seat, show, List.of(seat), "seat-" + seat);
                return new Timed(answer, Duration.ofNanos(System.nanoTime() - begin));
            }));
        }
        return answers.stream()
                .map(answer -> Deadline.await("an answer", answer))
                .toList();
    }

    private record Timed(Answer answer, Duration time) {}
}
