package com.modex.booking.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How to measure; the Maven profile hands it over as system properties.
 *
 * @param jar the server
 * @param directory where data and results go
 * @param time of one repetition of one scenario
 * @param warmup of the first scenario; the others take a part of it
 * @param callers of the closed loops
 * @param scenarios which to play, in this order
 * @param heap of the server's JVM, as {@code -Xmx} takes it
 * @param growth whether to measure how the cost of a booking grows, in place of the scenarios
 * @param growthShows how many shows of 1,000 bookings each to measure at, ascending
 */
record Settings(
        Path jar,
        Path directory,
        Duration time,
        Duration warmup,
        int repetitions,
        int callers,
        List<Scenario> scenarios,
        String heap,
        boolean growth,
        List<Integer> growthShows) {

    static Settings fromSystemProperties() {
        return new Settings(
                Path.of(property("jar")).toAbsolutePath().normalize(),
                Path.of(property("directory")).toAbsolutePath().normalize(),
                seconds("seconds"),
                seconds("warmup"),
                Integer.parseInt(property("repetitions")),
                Integer.parseInt(property("callers")),
                list("scenarios", Scenario::valueOf),
                property("heap"),
                Boolean.parseBoolean(property("growth")),
                list("growth.shows", Integer::valueOf));
    }

    private static <T> List<T> list(String name, Function<String, T> reader) {
        return Arrays.stream(property(name).split(",", -1))
                .map(String::strip)
                .map(reader)
                .toList();
    }

    private static Duration seconds(String name) {
        return Duration.ofMillis(Math.round(1_000 * Double.parseDouble(property(name))));
    }

    private static String property(String name) {
        String value = System.getProperty("benchmark." + name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("benchmark." + name + " is not set");
        }
        return value;
    }
}
