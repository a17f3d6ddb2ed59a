package com.modex.booking.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client can do to a server; an answer that does not come is an {@link IOException}. */
final class ApiClient implements AutoCloseable {
    /** The user whose tokens are an admin's. */
    static final String ADMIN = "admin";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final Function<String, String> issuer;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** Of a server in the profile {@code local}, which gives out tokens. */
    ApiClient(int port) {
        this.port = port;
        this.issuer = this::askForToken;
    }

    /** @param issuer gives out the token of a user */
    ApiClient(int port, Function<String, String> issuer) {
        this.port = port;
        this.issuer = issuer;
    }

    int port() {
        return port;
    }

    /** The token of a user, asked for once. */
    String token(String user) {
        return tokens.computeIfAbsent(user, issuer);
    }

    private String askForToken(String user) {
        try {
            String body = "{\"user_id\": \"%s\", \"admin\": %b}".formatted(user, user.equals(ADMIN));
            return send(request("/local/tokens")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body)))
                    .text("token");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new show that starts in a month. */
    String scheduleShow(int totalSeats) throws IOException {
        Answer answer = createShow(totalSeats, null);
        if (answer.status() != 201) {
            throw new AssertionError("No show: " + answer);
        }
        return answer.text("id");
    }

    Answer createShow(int totalSeats, String key) throws IOException {
        return post(ADMIN, "/v1/shows", showBody(totalSeats), key);
    }

    private static String showBody(int totalSeats) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);
        return "{\"name\": \"Hamlet\", \"type\": \"SHOW\", \"start_time\": \"%s\", \"total_seats\": %d}"
                .formatted(start, totalSeats);
    }

    Answer book(String user, String show, List<Integer> seats, String key) throws IOException {
        return post(user, "/v1/shows/" + show + "/bookings", "{\"seats\": " + seats + "}", key);
    }

    /** @param accepted run when the server has read the head of the request and asks for its body */
    Answer bookOnceAccepted(String user, String show, List<Integer> seats, Runnable accepted) throws IOException {
        byte[] body = ("{\"seats\": " + seats + "}").getBytes(StandardCharsets.UTF_8);
        return send(request("/v1/shows/" + show + "/bookings")
                .header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json")
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> {
                    accepted.run();
                    return new ByteArrayInputStream(body);
                })));
    }

    Answer hold(String user, String show, List<Integer> seats, String key) throws IOException {
        return post(user, "/v1/shows/" + show + "/bookings", "{\"seats\": " + seats + ", \"confirm\": false}", key);
    }

    Answer confirm(String user, String booking) throws IOException {
        return send(request("/v1/bookings/" + booking + "/confirm")
                .header("Authorization", "Bearer " + token(user))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** As nobody in particular. */
    Answer get(String path) throws IOException {
        return send(request(path).GET());
    }

    Answer get(String user, String path) throws IOException {
        return send(
                request(path).header("Authorization", "Bearer " + token(user)).GET());
    }

    boolean isLive() {
        return isUp("liveness");
    }

    boolean isReady() {
        return isUp("readiness");
    }

    private boolean isUp(String probe) {
        try {
            return get("/actuator/health/" + probe).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether somebody listens at the server's port. */
    boolean canConnect() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** @param key the idempotency key, null for none */
    Answer post(String user, String path, String body, String key) throws IOException {
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Deadline.PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            return Answer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Requests that are under way are given up. */
    @Override
    public void close() {
        http.shutdownNow();
    }

    /** What came back, whole. */
    record Answer(int status, String retryAfter, boolean replayed, String body) {
        static Answer of(HttpResponse<String> response) {
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").orElse(""),
                    response.headers().firstValue("Idempotency-Replayed").isPresent(),
                    response.body());
        }

        JsonNode json() {
            return JSON.readTree(body);
        }

        String text(String field) {
            return json().path(field).asString();
        }

        /** The status and the problem's code, for a look at both at once. */
        String problem() {
            return status + " " + text("code");
        }

        /** Whether it tells the client to come back later, as the contract wants it told. */
        boolean isUnavailable() {
            return problem().equals("503 UNAVAILABLE") && retryAfter.matches("[1-9]\\d*");
        }
    }
}
