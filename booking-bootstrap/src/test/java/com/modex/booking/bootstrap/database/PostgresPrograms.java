package com.modex.booking.bootstrap.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The embedded PostgreSQL's own programs, for tests that start a server in ways that the profile local does not. */
public final class PostgresPrograms {
    /** Below the module's build directory: unpacked once, and gone with it. */
    private static final Path HOME = Path.of("target", "postgres-programs");

    private PostgresPrograms() {}

    /**
     * Runs a program to its end.
     *
     * @param output the file that takes what it prints
     * @throws IOException with that output if the program fails
     */
    public static void run(Path output, String program, String... arguments) throws IOException {
        binaries().run(output, program, arguments);
    }

    private static synchronized PostgresBinaries binaries() throws IOException {
        Files.createDirectories(HOME);
        return PostgresBinaries.unpackInto(HOME.toAbsolutePath());
    }
}
