package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A new version starts on the database of an older one, which is in use. */
class MigrationBesideTrafficTest {
    private static final String LAST_BEFORE_THE_INDEX_OF_BUYERS = "4";

    /** Longer than anything else may last here. */
    private static final Duration LONG = Duration.ofSeconds(4);

    private static DurablePostgres postgres;

    @BeforeAll
    static void anOlderDatabase() {
        postgres = DurablePostgres.start();
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(), "postgres", "")
                .target(LAST_BEFORE_THE_INDEX_OF_BUYERS)
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void anIndexIsBuiltHoweverLongItWaitsForOlderTransactionsAndWhoStartsMeanwhileWaitsForIt() throws SQLException {
        try (Connection older = olderTransaction();
                var one = impatientServer()) {
            Deadline.await("the build that waits", () -> waitsFor("CREATE UNIQUE INDEX CONCURRENTLY"));
            try (var other = impatientServer()) {
                LockSupport.parkNanos(LONG.toNanos());
                assertThat(waitsFor("CREATE UNIQUE INDEX CONCURRENTLY")).isTrue();
                older.rollback();

                one.awaitReady();
                other.awaitReady();
            }
        }
        assertThat(postgres.sql("SELECT indexrelid::regclass FROM pg_index"
                        + " WHERE indrelid = 'bookings'::regclass AND indisunique AND indisvalid"))
                .containsExactlyInAnyOrder("bookings_pkey", "bookings_of_buyer");
    }

    /** One that has read bookings and is still to end, as of a backup. */
    private static Connection olderTransaction() throws SQLException {
        Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "");
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM bookings");
        }
        return connection;
    }

    /** Its own connections give up after a second. */
    private static ServerProcess impatientServer() {
        return ServerProcess.launch(
                postgres.port(),
                "--spring.datasource.hikari.data-source-properties.socketTimeout=1",
                "--spring.datasource.hikari.data-source-properties.options=-c statement_timeout=900 -c lock_timeout=900");
    }

    private static boolean waitsFor(String statement) {
        return postgres.number("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'booking-migrations'"
                        + " AND wait_event_type = 'Lock' AND query LIKE '" + statement + "%'")
                == 1;
    }
}
