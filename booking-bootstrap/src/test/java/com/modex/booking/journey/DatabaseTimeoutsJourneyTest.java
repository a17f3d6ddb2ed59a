package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Nothing is waited for without end: what the server's own connections say, with the settings that it is delivered with.
 * Tests that set the options of a connection replace them all, so here none may be set.
 */
class DatabaseTimeoutsJourneyTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "lock_timeout, 2s",
        "statement_timeout, 30s",
        "idle_in_transaction_session_timeout, 30s",
        "plan_cache_mode, force_generic_plan",
        "enable_seqscan, off",
        "enable_hashjoin, off",
        "enable_mergejoin, off"
    })
    void eachConnectionToTheDatabaseHasItsLimits(String setting, String value) {
        var jdbc = new JdbcTemplate(server.part(HikariDataSource.class));

        assertThat(jdbc.queryForObject("SHOW " + setting, String.class)).isEqualTo(value);
    }

    @Test
    void aConnectionToAServerThatCanOnlyBeReadIsLetGo() throws SQLException {
        try (Connection connection = server.part(HikariDataSource.class).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = on");

            assertThatThrownBy(() -> statement.execute("DELETE FROM rate_limits"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("25006"));
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void aDeadConnectionIsNotWaitedForWithoutEnd() throws SQLException {
        var pool = server.part(HikariDataSource.class);

        assertThat(pool.getConnectionTimeout()).isEqualTo(10_000);
        assertThat(pool.getValidationTimeout()).isEqualTo(1_000);
        assertThat(Map.copyOf(pool.getDataSourceProperties()))
                .containsEntry("socketTimeout", "40")
                .containsEntry("connectTimeout", "5")
                .containsEntry("tcpKeepAlive", "true");
        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout()).as("of the socket").isEqualTo(40_000);
        }
    }
}
