package com.modex.booking.faults;

import com.modex.booking.bootstrap.BookingServer;
import com.modex.booking.supply.BuiltJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in a JVM of its own, which can be killed without harm to the test. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("The booking server is ready: http://localhost:(\\d+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final Path output;
    private final Path errors;
    private ApiClient client;

    private ServerProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** From the test's class path, in the profile {@code local}: it makes its own tokens. It serves when this returns. */
    static ServerProcess start(int databasePort, String... settings) {
        return launch(databasePort, settings).awaitReady();
    }

    /** The same; it has begun to start when this returns. */
    static ServerProcess launch(int databasePort, String... settings) {
        var program = new ArrayList<>(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BookingServer.class.getName(),
                "--spring.profiles.active=local",
                "--server.port=0",
                "--booking.warm-up=0s"));
        program.addAll(List.of(settings));
        ProcessBuilder builder = java(program);
        builder.environment().put("DATABASE_URL", databaseUrl(databasePort));
        return begin(builder);
    }

    /**
     * The jar that this build has made, in no profile. It has begun to start when this returns.
     *
     * @param environment all of it: nothing that is set for the build is set for the server
     */
    static ServerProcess launchJar(Map<String, String> environment, String... settings) {
        var program = new ArrayList<>(List.of("-jar", BuiltJar.path().toString()));
        program.addAll(List.of(settings));
        ProcessBuilder builder = java(program);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return begin(builder);
    }

    static String databaseUrl(int port) {
        return "postgres://postgres@127.0.0.1:" + port + "/booking?sslmode=disable";
    }

    private static ProcessBuilder java(List<String> program) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It starts often and lives for seconds.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m"));
        command.addAll(program);
        return new ProcessBuilder(command);
    }

    private static ServerProcess begin(ProcessBuilder builder) {
        try {
            Path output = Files.createTempFile("booking-server", ".log");
            Path errors = Files.createTempFile("booking-server", ".err");
            builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
            return new ServerProcess(builder.start(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the profile {@code local}, which says by itself where it serves. */
    ServerProcess awaitReady() {
        var port = new int[1];
        Deadline.await("a server that is ready", () -> {
            assertNotEnded();
            Matcher ready = READY.matcher(output());
            if (ready.find()) {
                port[0] = Integer.parseInt(ready.group(1));
            }
            return port[0] != 0;
        });
        client = new ApiClient(port[0]);
        return this;
    }

    /**
     * Asks its probe.
     *
     * @param client whoever is to be its client
     */
    ServerProcess awaitReady(ApiClient client) {
        this.client = client;
        Deadline.await("a server that is ready", () -> {
            assertNotEnded();
            return client.isReady();
        });
        return this;
    }

    private void assertNotEnded() {
        if (!process.isAlive()) {
            throw new AssertionError("The server has ended:\n" + output());
        }
    }

    ApiClient client() {
        return client;
    }

    /** What it has printed so far, and then what it has printed as errors. */
    String output() {
        return read(output) + read(errors);
    }

    /** What it has logged so far, line by line; it fails if one of them is no JSON. */
    List<JsonNode> events() {
        String printed = read(output);
        // The last line may not be written to its end.
        return printed.substring(0, printed.lastIndexOf('\n') + 1)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
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

    /** Waits until it has ended by itself, and says with which exit code. */
    int awaitExit() {
        Deadline.await("the end of the server", () -> !process.isAlive());
        return process.exitValue();
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
            Files.deleteIfExists(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
