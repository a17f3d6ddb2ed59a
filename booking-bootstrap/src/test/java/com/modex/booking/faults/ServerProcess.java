package com.modex.booking.faults;

import com.modex.booking.bootstrap.BookingServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a JVM of its own, which can be killed without harm to the test. It makes its own tokens. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("The booking server is ready: http://localhost:(\\d+)");

    private final Process process;
    private final Path output;
    private ApiClient client;

    private ServerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** It serves when this returns. */
    static ServerProcess start(int databasePort, String... settings) {
        return launch(databasePort, settings).awaitReady();
    }

    /** It has begun to start when this returns. */
    static ServerProcess launch(int databasePort, String... settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It starts often and lives for seconds.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BookingServer.class.getName(),
                "--spring.profiles.active=local",
                "--server.port=0",
                "--booking.warm-up=0s"));
        command.addAll(List.of(settings));
        try {
            Path output = Files.createTempFile("booking-server", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment()
                    .put("DATABASE_URL", "postgres://postgres@127.0.0.1:" + databasePort + "/booking?sslmode=disable");
            return new ServerProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServerProcess awaitReady() {
        var port = new int[1];
        Deadline.await("a server that is ready", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The server has ended:\n" + output());
            }
            Matcher ready = READY.matcher(output());
            if (ready.find()) {
                port[0] = Integer.parseInt(ready.group(1));
            }
            return port[0] != 0;
        });
        client = new ApiClient(port[0]);
        return this;
    }

    ApiClient client() {
        return client;
    }

    /** What it has printed so far. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}: it is gone when this returns. */
    void kill() {
        process.destroyForcibly();
        Deadline.await("the end of a killed server", () -> !process.isAlive());
    }

    /** {@code SIGTERM}, as an operator or a scheduler stops it. */
    void terminate() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it; does nothing the second time. */
    @Override
    public void close() {
        kill();
        if (client != null) {
            client.close();
        }
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
