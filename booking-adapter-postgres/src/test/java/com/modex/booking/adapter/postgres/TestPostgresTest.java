package com.modex.booking.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestPostgresTest {

    private static final String GIVEN_URL = "jdbc:postgresql://db.example/test?user=u&password=p";

    @Test
    void aFreshDatabaseIsMigratedAndEmpty() throws SQLException {
        TestDatabase database = TestPostgres.newDatabase();

        assertThat(number(database, "SELECT count(*) FROM shows")).isZero();
    }

    @Test
    void twoDatabasesAreApart() throws SQLException {
        TestDatabase one = TestPostgres.newDatabase();
        TestDatabase other = TestPostgres.newDatabase();

        execute(one, "CREATE TABLE mark (id int)");

        String marks = "SELECT count(*) FROM information_schema.tables WHERE table_name = 'mark'";
        assertThat(number(one, marks)).isEqualTo(1);
        assertThat(number(other, marks)).isZero();
    }

    /** What a URL says wins over what a server says of its connections. */
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example:5433/test?sslmode=require, jdbc:postgresql://db.example:5433/other?sslmode=require",
        "jdbc:postgresql://db.example/test, jdbc:postgresql://db.example/other",
        "jdbc:postgresql://db.example, jdbc:postgresql://db.example/other",
        "jdbc:postgresql:test, jdbc:postgresql:/other"
    })
    void theUrlOfAnotherDatabaseSaysNoMoreThanItDid(String given, String other) {
        assertThat(TestPostgres.urlOf(given, "other")).isEqualTo(other);
    }

    @Test
    void aGivenUrlComesBeforeDockerWhichIsNotEvenAsked() {
        assertThat(TestPostgres.choose(GIVEN_URL, () -> {
                    throw new AssertionError("Docker was asked");
                }))
                .isEqualTo(TestPostgres.Source.GIVEN);
    }

    @Test
    void dockerComesBeforeTheEmbeddedServer() {
        assertThat(TestPostgres.choose(null, () -> true)).isEqualTo(TestPostgres.Source.DOCKER);
        assertThat(TestPostgres.choose(" ", () -> true)).isEqualTo(TestPostgres.Source.DOCKER);
    }

    @Test
    void theEmbeddedServerIsThereWhenNothingElseIs() {
        assertThat(TestPostgres.choose(null, () -> false)).isEqualTo(TestPostgres.Source.EMBEDDED);
    }

    @Test
    void anEngineThatDoesNotListenIsNoDocker() {
        assertThat(DockerSocket.listens(URI.create("unix:///no/such/docker.sock")))
                .isFalse();
        assertThat(DockerSocket.listens(URI.create("tcp://127.0.0.1:1"))).isFalse();
    }

    @Test
    void dockerHostIsTheOnlyCandidateIfSet() {
        assertThat(DockerSocket.candidates(Map.of("DOCKER_HOST", "tcp://engine:2375"), "/Users/alice"))
                .containsExactly(URI.create("tcp://engine:2375"));
        assertThat(DockerSocket.candidates(Map.of(), "/Users/alice"))
                .contains(
                        URI.create("unix:///var/run/docker.sock"),
                        URI.create("unix:///Users/alice/.docker/run/docker.sock"));
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
