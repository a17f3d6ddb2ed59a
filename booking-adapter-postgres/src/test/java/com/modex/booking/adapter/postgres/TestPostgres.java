package com.modex.booking.adapter.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one PostgreSQL server that the tests of this JVM share: the one that {@code BOOKING_TEST_DATABASE_URL} names (a
 * JDBC URL with {@code user} and {@code password} as parameters), else a container where Docker answers, else the
 * embedded binaries. No test is ever skipped for want of a database.
 */
public final class TestPostgres {

    /** Where the server comes from. */
    enum Source {
        GIVEN,
        DOCKER,
        EMBEDDED
    }

    private static final Logger LOG = LoggerFactory.getLogger(TestPostgres.class);

    private TestPostgres() {}

    /** Makes a database with a name of its own and migrates it; the first call starts the server. */
    public static TestDatabase newDatabase() {
        String name = "booking_test_" + UUID.randomUUID().toString().replace("-", "");
        TestDatabase server = Server.INSTANCE;
        execute(server, "CREATE DATABASE " + name);
        TestDatabase database = new TestDatabase(urlOf(server.jdbcUrl(), name), server.username(), server.password());
        if (Server.IS_SHARED) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> execute(server, "DROP DATABASE " + name + " WITH (FORCE)")));
        }
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                // As the server has it: see application.yaml.
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .load()
                .migrate();
        return database;
    }

    /** The first of the three that can be had; Docker is not even asked if a URL is given. */
    static Source choose(@Nullable String givenUrl, BooleanSupplier dockerAnswers) {
        if (givenUrl != null && !givenUrl.isBlank()) {
            return Source.GIVEN;
        }
        return dockerAnswers.getAsBoolean() ? Source.DOCKER : Source.EMBEDDED;
    }

    private static TestDatabase start(@Nullable String givenUrl) {
        return switch (choose(givenUrl, DockerSocket::answers)) {
            case GIVEN -> given(Objects.requireNonNull(givenUrl));
            case DOCKER -> containerOrEmbedded();
            case EMBEDDED -> embedded("no URL is given and no Docker answers");
        };
    }

    private static TestDatabase given(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        LOG.info("Tests run on the PostgreSQL that BOOKING_TEST_DATABASE_URL names");
        return new TestDatabase(
                url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", ""),
                Objects.requireNonNullElse(dataSource.getUser(), "postgres"),
                Objects.requireNonNullElse(dataSource.getPassword(), ""));
    }

    private static TestDatabase containerOrEmbedded() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine");
        container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        try {
            container.start();
        } catch (ContainerLaunchException | IllegalStateException failure) {
            container.close();
            return embedded("the container does not start: " + failure.getMessage());
        }
        LOG.info("Tests run on a PostgreSQL container: no URL is given and Docker answers");
        return new TestDatabase(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static TestDatabase embedded(String reason) {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    // As in the profile local: the same order and letter case on every machine.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
            LOG.info("Tests run on the embedded PostgreSQL: {}", reason);
            return new TestDatabase(urlOf(postgres.getJdbcUrl("postgres", "postgres"), "postgres"), "postgres", "");
        } catch (IOException failure) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", failure);
        }
    }

    /**
     * The name is changed and nothing added: a data source that is asked for its URL writes every default into it, such as
     * a socket that is waited for without end, and there it wins over what the server has for its own connections.
     */
    static String urlOf(String jdbcUrl, String database) {
        return jdbcUrl.replaceFirst("^jdbc:postgresql:(//[^/?]*)?[^?]*", "jdbc:postgresql:$1/" + database);
    }

    private static void execute(TestDatabase server, String sql) {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Started when a test first needs it. */
    private static final class Server {

        private static final @Nullable String GIVEN_URL = System.getenv("BOOKING_TEST_DATABASE_URL");

        /** Others may use the given server after these tests, so they leave no databases behind. */
        static final boolean IS_SHARED = GIVEN_URL != null && !GIVEN_URL.isBlank();

        static final TestDatabase INSTANCE = start(GIVEN_URL);
    }
}
