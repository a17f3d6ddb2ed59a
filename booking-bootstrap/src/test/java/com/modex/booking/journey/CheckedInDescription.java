package com.modex.booking.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The description of the API that clients are given: {@code docs/openapi.json}. */
final class CheckedInDescription {
    private static final Path FILE = project().resolve("docs/openapi.json");

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

    private static Path project() {
        try {
            var testClasses = Path.of(CheckedInDescription.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return testClasses.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path is not made of URIs", e);
        }
    }
}
