package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Connections that are of no use to anybody take room, but not all of it. */
class CrowdedServerTest {
    private static final int IDLE = 10_000;
    private static final int SLOW = 400;

    /** Until those who are of no use are given up: 5 s for each full house of connections, 3 s for each of bodies. */
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
        String head = """
                POST /v1/shows/%s/bookings HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: 1000\r
                \r
                {""".formatted(show, client.token("slow"));
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < SLOW; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), client.port());
                slow.add(socket);
                OutputStream out = socket.getOutputStream();
                out.write(head.getBytes(StandardCharsets.US_ASCII));
            }
            long begin = System.nanoTime();
            assertThat(client.book("alice", show, List.of(2), null).status()).isEqualTo(201);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TO_BE_SERVED);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
