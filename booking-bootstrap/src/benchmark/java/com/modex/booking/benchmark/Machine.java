package com.modex.booking.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were made on: without it they say nothing. */
final class Machine {

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String description() {
        return "%d cores%s, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.runtime.version"));
    }

    /** The name of the processor where Linux tells it. */
    private static String model() {
        try {
            return Files.exists(CPUINFO)
                    ? Files.readAllLines(CPUINFO).stream()
                            .filter(line -> line.startsWith("model name"))
                            .findFirst()
                            .map(line ->
                                    " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
                            .orElse("")
                    : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
