package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server outlives its database, and finds back to it by itself. */
class LostDatabaseTest {
    private static final Duration TO_RECOVER = Duration.ofSeconds(10);
    private static final int BUYERS = 8;
    private static final int SEATS = 5_000;

    private static DurablePostgres postgres;
    private static ServerProcess server;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        postgres = DurablePostgres.start();
        // Short, so that many are told to come back while the database is away.
        server = ServerProcess.start(postgres.port(), "--spring.datasource.hikari.connection-timeout=1000");
        client = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
        postgres.close();
    }

    @Test
    void aBackendThatIsKilledTakesTheOthersAlongAndAllComeBack() throws IOException {
        try (var load = loadOnANewShow()) {
            List<Long> backends = postgres.backends("true");
            postgres.kill(backends.getFirst());

            // What PostgreSQL does to be sure of its shared memory.
            Deadline.await(
                    "the end of every session",
                    () -> backends.stream().map(ProcessHandle::of).allMatch(Optional::isEmpty));
            load.awaitSales(BUYERS, TO_RECOVER);
            load.assertKept();
        }
    }

    @Test
    void aDatabaseThatIsKilledAndStartedAgainIsFoundAgain() throws IOException {
        try (var load = loadOnANewShow()) {
            postgres.killPostmaster();

            Deadline.await("503 for each of them", () -> load.unavailable() >= 2 * BUYERS);
            assertThat(client.isLive()).isTrue();
            postgres.restart();
            load.awaitSales(BUYERS, TO_RECOVER);
            load.assertKept();
        }
    }

    private static Load loadOnANewShow() throws IOException {
        return Load.on(postgres, client.scheduleShow(SEATS), SEATS, BUYERS, List.of(client));
    }
}
