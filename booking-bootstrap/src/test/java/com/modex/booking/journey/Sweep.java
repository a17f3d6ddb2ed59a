package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;

/** What must be true of the database after any run, as {@code docs/sweep.sql} asks it. */
public final class Sweep {
    private static final String FAULTS = read();

    private Sweep() {}

    private static String read() {
        try {
            return Files.readString(ProjectFile.at("docs/sweep.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void assertClean(RunningServer server) {
        assertClean(server::sql);
    }

    /**
     * The same over a connection of the caller's own.
     *
     * @param sql gives the rows of a query
     */
    public static void assertClean(Function<String, List<String>> sql) {
        assertThat(faults(sql)).as("seats and what is wrong about them").isEmpty();
        assertThat(sql.apply("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
                .as("deadlocks by PostgreSQL's own count")
                .containsExactly("0");
    }

    static List<String> faults(Function<String, List<String>> sql) {
        return sql.apply(FAULTS);
    }
}
