package com.modex.booking.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that is measured: the one that {@value #VARIABLE} names (a JDBC URL with {@code user} and
 * {@code password} as parameters; an empty database), else the embedded binaries with a new data directory. Durable
 * either way: one that may lose what it has committed is refused.
 */
final class Postgres implements AutoCloseable {

    static final String VARIABLE = "BOOKING_BENCHMARK_DATABASE_URL";

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final String jdbcUrl;
    private final @Nullable EmbeddedPostgres embedded;
    private final @Nullable ProcessHandle postmaster;

    private Postgres(String jdbcUrl, @Nullable EmbeddedPostgres embedded, @Nullable ProcessHandle postmaster) {
        this.jdbcUrl = jdbcUrl;
        this.embedded = embedded;
        this.postmaster = postmaster;
    }

    static Postgres start(Path directory) throws IOException, SQLException {
        String given = System.getenv(VARIABLE);
        Postgres postgres = given == null || given.isBlank() ? embedded(directory) : new Postgres(given, null, null);
        for (String setting : DURABLE) {
            if (!postgres.text("SHOW " + setting).equals("on")) {
                postgres.close();
                throw new IllegalStateException(setting + " is not on: such a PostgreSQL is not worth measuring");
            }
        }
        return postgres;
    }

    private static Postgres embedded(Path directory) throws IOException {
        Path data = directory.resolve("postgres");
        Path log = directory.resolve("postgres.log");
        Files.deleteIfExists(log);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(true)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                // As in the profile local: the same order and letter case on every machine.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The defaults of PostgreSQL write a checkpoint every few seconds under such a load.
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("shared_buffers", "256MB");
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        EmbeddedPostgres embedded = builder.start();
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return new Postgres(
                embedded.getJdbcUrl("postgres", "postgres"),
                embedded,
                ProcessHandle.of(pid).orElseThrow());
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    /** Its first process, or {@code null} if it runs elsewhere. */
    @Nullable
    ProcessHandle postmaster() {
        return postmaster;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl);
    }

    void execute(String command) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The first column of the one row. */
    String text(String query) throws SQLException {
        return rows(query).getFirst().getFirst();
    }

    List<List<String>> rows(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(row);
            }
            return all;
        }
    }

    /** The settings that decide what a commit is worth. */
    String durability() throws SQLException {
        List<String> settings = new ArrayList<>();
        for (String setting : DURABLE) {
            settings.add(setting + "=" + text("SHOW " + setting));
        }
        return String.join(", ", settings);
    }

    /** What is left over of one run shall not be written during the next. */
    void settle() throws SQLException {
        execute("VACUUM (ANALYZE) seats");
        execute("VACUUM (ANALYZE) bookings");
        if (embedded != null) {
            execute("CHECKPOINT");
        }
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
