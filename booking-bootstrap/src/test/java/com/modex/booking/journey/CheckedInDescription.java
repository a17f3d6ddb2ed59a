package com.modex.booking.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The description of the API that clients are given: {@code docs/openapi.json}. */
final class CheckedInDescription {
    private static final Path FILE = ProjectFile.at("docs/openapi.json");

    private CheckedInDescription() {}

    static String read() {
        try {
            return Files.exists(FILE) ? Files.readString(FILE) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(String description) {
        try {
            Files.writeString(FILE, description);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
