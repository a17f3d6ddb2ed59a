package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
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
        String head = RawConnection.headOfBooking(client, "slow", show, 1_000);
        var slow = new ArrayList<RawConnection>();
        try {
            for (int i = 0; i < SLOW; i++) {
                RawConnection connection = RawConnection.to(client);
                slow.add(connection);
                connection.send(head + "{");
            }
            long begin = System.nanoTime();
            assertThat(client.book("alice", show, List.of(2), null).status()).isEqualTo(201);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TO_BE_SERVED);
        } finally {
            for (RawConnection connection : slow) {
                connection.close();
            }
        }
    }
}
