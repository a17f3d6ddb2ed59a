package com.modex.booking.journey;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** What is checked in and on no class path. */
public final class ProjectFile {
    private ProjectFile() {}

    /** A file by its path from the directory that has the parent pom. */
    public static Path at(String path) {
        try {
            var testClasses = Path.of(ProjectFile.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return testClasses.resolve("../../..").resolve(path).normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path is not made of URIs", e);
        }
    }
}
