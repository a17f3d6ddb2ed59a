package com.modex.booking.supply;

import java.nio.file.Path;

/** The jar that this build has made; it is there for tests whose names end in {@code IT}. */
public final class BuiltJar {
    private BuiltJar() {}

    public static Path path() {
        String path = System.getProperty("booking.jar");
        if (path == null) {
            throw new IllegalStateException("Failsafe says where the jar is: run the test by ./mvnw verify");
        }
        return Path.of(path);
    }
}
