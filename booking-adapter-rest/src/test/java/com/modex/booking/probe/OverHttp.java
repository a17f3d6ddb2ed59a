package com.modex.booking.probe;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test against the real server on a port of its own. */
@SpringBootTest(
        classes = ProbeServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "booking.jwt.issuer-uri=" + TokenIssuer.ISSUER,
            "booking.jwt.jwk-set-uri=${probe.keys}",
            "booking.jwt.audience=" + TokenIssuer.AUDIENCE,
            "booking.cors.allowed-origins=https://tickets.example",
            "booking.rate-limit=off"
        })
public abstract class OverHttp {
    protected static final TokenIssuer TOKENS = new TokenIssuer();
    protected static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("probe.keys", TOKENS::keysUri);
    }

    protected static String user() {
        return TOKENS.sign(Instant.now(), claims -> {});
    }

    protected static String admin() {
        return TOKENS.sign(Instant.now(), claims -> claims.subject("boss").claim("scope", "profile booking:admin"));
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    protected HttpResponse<String> send(String method, String path, @Nullable String token)
            throws IOException, InterruptedException {
        var request = request(path).method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    protected HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return post(path, json.getBytes(StandardCharsets.UTF_8));
    }

    protected HttpResponse<String> post(String path, byte[] json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + user())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json)));
    }

    protected String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Checks that the answer is a whole problem, and gives it. */
    protected static JsonNode problem(HttpResponse<String> response, int status, String code) {
        return ProblemAssertions.problem(response.statusCode(), response.headers(), response.body(), status, code);
    }

    protected static JsonNode problem(String rawResponse, int status, String code) {
        int headersEnd = rawResponse.indexOf("\r\n\r\n");
        String head = headersEnd < 0 ? rawResponse : rawResponse.substring(0, headersEnd);
        String rest = headersEnd < 0 ? "" : rawResponse.substring(headersEnd);
        int statusCode = Integer.parseInt(head.split(" ", 3)[1]);
        // The body may come in chunks: what counts is the one object in it.
        String body = rest.contains("{") ? rest.substring(rest.indexOf('{'), rest.lastIndexOf('}') + 1) : rest;
        return ProblemAssertions.problem(statusCode, headers(head), body, status, code);
    }

    protected static HttpHeaders headers(String rawHead) {
        return HttpHeaders.of(
                rawHead.lines()
                        .skip(1)
                        .map(line -> line.split(": ", 2))
                        .collect(groupingBy(header -> header[0], mapping(header -> header[1], toList()))),
                (name, value) -> true);
    }

    protected static void hasSecurityHeaders(HttpHeaders headers) {
        ProblemAssertions.hasSecurityHeaders(headers);
    }
}
