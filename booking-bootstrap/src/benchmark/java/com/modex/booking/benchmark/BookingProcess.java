package com.modex.booking.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The server as its users run it: {@code java -jar booking.jar}, in the profile {@code local}, on loopback. */
final class BookingProcess implements AutoCloseable {

    /** More flags for the server's JVM, separated by blanks. */
    private static final String FLAGS = "BOOKING_BENCHMARK_JAVA_OPTS";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(20);

    /** What would overrule that the database is ours. */
    private static final Set<String> OVERRULING = Set.of(
            "SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD", "JAVA_TOOL_OPTIONS");

    private final Process process;
    private final URI uri;
    private final Duration startedIn;

    private BookingProcess(Process process, URI uri, Duration startedIn) {
        this.process = process;
        this.uri = uri;
        this.startedIn = startedIn;
    }

    /** Ready to serve when this returns; its output goes to {@code server.log}. */
    static BookingProcess start(Settings settings, String databaseUrl) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heap(),
                "-XX:+ExitOnOutOfMemoryError"));
        String flags = System.getenv(FLAGS);
        if (flags != null && !flags.isBlank()) {
            command.addAll(List.of(flags.strip().split("\\s+", -1)));
        }
        command.addAll(List.of("-jar", settings.jar().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(settings.directory().resolve("server.log").toFile());
        builder.environment().keySet().removeAll(OVERRULING);
        builder.environment()
                .putAll(Map.of(
                        "PORT",
                        String.valueOf(port),
                        "DATABASE_URL",
                        databaseUrl,
                        "SPRING_PROFILES_ACTIVE",
                        "local",
                        "RATE_LIMIT",
                        "off"));
        long begin = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        URI uri = URI.create("http://127.0.0.1:" + port);
        awaitReady(process, uri, begin + PATIENCE.toNanos());
        return new BookingProcess(process, uri, Duration.ofNanos(System.nanoTime() - begin));
    }

    URI uri() {
        return uri;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    Duration startedIn() {
        return startedIn;
    }

    @Override
    public void close() {
        end(process);
    }

    /** Whether it still runs; a server that is out of memory ends by itself, rather than to linger half dead. */
    boolean isAlive() {
        return process.isAlive();
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(LAST_REQUESTS.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitReady(Process process, URI uri, long deadline) throws InterruptedException {
        HttpRequest probe = HttpRequest.newBuilder(uri.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("The server has ended by itself; server.log says why");
                }
                try {
                    if (client.send(probe, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // It does not listen yet.
                }
                Thread.sleep(50);
            }
        }
        process.destroy();
        throw new IllegalStateException("The server was not ready in time; server.log says why");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
