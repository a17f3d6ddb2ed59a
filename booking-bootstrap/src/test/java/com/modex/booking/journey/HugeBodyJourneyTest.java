package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever sends a body of 60 MB is told that it is too large, and is not listened to until its end. */
class HugeBodyJourneyTest {
    private static final int SIZE = 60_000_000;

    /** What the server reads on to let its answer be read, and what the buffers of two sockets hold at most. */
    private static final int MOST_TAKEN = 15_000_000;

    /** Long, because it is only reached when something is wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RunningServer server;

    /** How the end of a body is told. */
    enum Framing {
        CONTENT_LENGTH,
        CHUNKED
    }

    @BeforeAll
    static void start() {
        server = RunningServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aBodyOf60MegabytesIsRefusedBeforeItsEnd(Framing framing) throws Exception {
        String head = """
                POST /v1/shows HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                %s

                """.formatted(
                        server.adminToken(),
                        framing == Framing.CHUNKED ? "Transfer-Encoding: chunked" : "Content-Length: " + SIZE)
                .replace("\n", "\r\n");

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            CompletableFuture<Integer> taken = send(socket.getOutputStream(), framing);

            String answer = readToTheEnd(socket.getInputStream());

            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("PAYLOAD_TOO_LARGE");
            assertThat(taken.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("bytes of the body that the server, and what lies between, have taken")
                    .isLessThan(MOST_TAKEN);
        }
        assertThat(server.get(null, "/v1/shows").status()).isEqualTo(200);
        assertThat(server.sql("SELECT id FROM shows")).isEmpty();
    }

    /** In the background, since the answer comes meanwhile. */
    private static CompletableFuture<Integer> send(OutputStream out, Framing framing) {
        byte[] piece = new byte[50_000];
        Arrays.fill(piece, (byte) ' ');
        var taken = new CompletableFuture<Integer>();
        Thread.ofVirtual().start(() -> {
            int sent = 0;
            try {
                while (sent < SIZE) {
                    if (framing == Framing.CHUNKED) {
                        out.write((Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    }
                    out.write(piece);
                    if (framing == Framing.CHUNKED) {
                        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
                    }
                    sent += piece.length;
                }
            } catch (IOException e) {
                // The server has hung up.
            }
            taken.complete(sent);
        });
        return taken;
    }

    private static String readToTheEnd(InputStream in) {
        var answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (IOException e) {
            // To hang up on somebody who is still sending resets the connection.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
