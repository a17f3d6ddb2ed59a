package com.modex.booking.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has to be there before anybody can book: shows and tokens. Not measured. */
final class BoxOffice implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 4;
    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

    private final URI server;
    private final String admin;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService clerks = Executors.newFixedThreadPool(AT_ONCE);

    BoxOffice(URI server) throws IOException, InterruptedException {
        this.server = server;
        this.admin = token("admin", true);
    }

    /** New shows, all alike; their ids. */
    List<String> schedule(int shows, int seats) throws InterruptedException {
        Instant start = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        String body = "{\"name\":\"Benchmark\",\"type\":\"SHOW\",\"start_time\":\"%s\",\"total_seats\":%d}"
                .formatted(start, seats);
        List<Future<String>> pending = new ArrayList<>();
        for (int i = 0; i < shows; i++) {
            pending.add(clerks.submit(() -> {
                HttpResponse<String> answer = post("/v1/shows", admin, body);
                String location = answer.headers().firstValue("Location").orElseThrow();
                return location.substring(location.lastIndexOf('/') + 1);
            }));
        }
        List<String> ids = new ArrayList<>();
        for (Future<String> one : pending) {
            try {
                ids.add(one.get());
            } catch (ExecutionException failure) {
                throw new IllegalStateException("A show could not be made", failure.getCause());
            }
        }
        return ids;
    }

    /** So many users. */
    Buyers buyers(int count) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("buyer-" + i);
            tokens.add(token("buyer-" + i, false));
        }
        return new Buyers(names, tokens);
    }

    @Override
    public void close() {
        clerks.shutdownNow();
        client.close();
    }

    private String token(String user, boolean isAdmin) throws IOException, InterruptedException {
        String body = "{\"user_id\":\"%s\",\"admin\":%b}".formatted(user, isAdmin);
        Matcher token = TOKEN.matcher(post("/local/tokens", "", body).body());
        if (!token.find()) {
            throw new IllegalStateException("No token in the answer");
        }
        return token.group(1);
    }

    private HttpResponse<String> post(String path, String token, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("%s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer;
    }
}
