package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that are of no use to anybody take room, but not all of it. */
class CrowdedServerTest {
    private static final int IDLE = 10_000;
    private static final int SLOW = 400;

    /** Until those who are of no use are given up: 5 s for each full house of connections, and the time of a slow machine. */
    private static final Duration TO_BE_SERVED = Duration.ofSeconds(30);

    private static DurablePostgres postgres;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        postgres = DurablePostgres.start();
        server = ServerProcess.start(postgres.port());
    }

    @AfterAll
    static void stop() {
        server.close();
        postgres.close();
    }

    @Test
    void tenThousandIdleConnectionsKeepNobodyOut() throws IOException {
        ApiClient client = server.client();
        String show = client.scheduleShow(2);
        var idle = new ArrayList<SocketChannel>();
        try {
            for (int i = 0; i < IDLE; i++) {
                var channel = SocketChannel.open();
                idle.add(channel);
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), client.port()));
            }
            // With a connection it has had before.
            assertThat(client.book("alice", show, List.of(1), null).status()).isEqualTo(201);
            try (var newcomer = new ApiClient(client.port())) {
                Deadline.await("an answer to a newcomer", TO_BE_SERVED, newcomer::isLive);
            }
        } finally {
            for (SocketChannel channel : idle) {
                channel.close();
            }
        }
    }

    @Test
    void clientsWhoNeverFinishTheirRequestsKeepNobodyOut() throws IOException {
        ApiClient client = server.client();
        String show = client.scheduleShow(2);
        String head = RawConnection.headOfBooking(client, "slow", show, 1_000);
        try (var _ = Crowd.of(SLOW, client, head + "{")) {
            assertThat(client.book("alice", show, List.of(2), null).status()).isEqualTo(201);
            assertThat(client.isLive()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, X-Nothing: to see, 401", "GET, Expect: 100-continue, 200"})
    void whoIsAnsweredIsNotWaitedForUntilTheBodyHasCome(String method, String header, String status)
            throws IOException {
        ApiClient client = server.client();
        String show = client.scheduleShow(2);
        String path = method.equals("GET") ? "/v1/shows" : "/v1/shows/" + show + "/bookings";
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n"
                + "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n";
        try (var crowd = Crowd.of(SLOW, client, head + "{")) {
            crowd.drip();
            long begin = System.nanoTime();
            assertThat(client.book("alice", show, List.of(2), null).status()).isEqualTo(201);
            assertThat(client.isLive()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TO_BE_SERVED);
            crowd.awaitHungUp();
        }
        try (var polite = RawConnection.to(client)) {
            polite.send(head + "{");
            assertThat(polite.readToTheEnd()).contains("HTTP/1.1 " + status);
        }
    }

    /** Clients who have sent the same beginning of a request each, and now and then send a byte more. */
    private static final class Crowd implements AutoCloseable {
        private static final Duration BETWEEN_BYTES = Duration.ofMillis(500);

        private final List<RawConnection> connections = new ArrayList<>();
        private final AtomicInteger hungUp = new AtomicInteger();
        private volatile boolean closed;

        static Crowd of(int clients, ApiClient server, String beginning) throws IOException {
            var crowd = new Crowd();
            for (int i = 0; i < clients; i++) {
                RawConnection connection = RawConnection.to(server);
                crowd.connections.add(connection);
                connection.send(beginning);
            }
            return crowd;
        }

        void drip() {
            connections.forEach(connection -> Thread.ofVirtual().start(() -> {
                try {
                    while (!closed) {
                        LockSupport.parkNanos(BETWEEN_BYTES.toNanos());
                        connection.send(" ");
                    }
                } catch (IOException _) {
                    hungUp.incrementAndGet();
                }
            }));
        }

        void awaitHungUp() {
            Deadline.await("the end of every connection", () -> hungUp.get() == connections.size());
        }

        @Override
        public void close() throws IOException {
            closed = true;
            for (RawConnection connection : connections) {
                connection.close();
            }
        }
    }
}
