package com.modex.booking.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.fuzz.WireRequest.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as no answer, and what as one that broke off, which the fuzzer must not overlook. */
class WireConnectionTest {
    private static final String WHOLE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    @AutoClose
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    @AutoClose
    private final WireConnection connection = new WireConnection(server.getLocalPort());

    WireConnectionTest() throws IOException {}

    @Test
    void garbageMayBeAnsweredByAClosedConnection() throws IOException {
        answer(List.of(""));

        assertThat(connection.exchange(request(Kind.GARBAGE))).isEmpty();
    }

    @Test
    void garbageMayBeTakenForHttp09() throws IOException {
        answer(List.of("{\"status\": 400}\r\n"));

        assertThat(connection.exchange(request(Kind.GARBAGE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 100\r\n\r\n"
            })
    void anAnswerThatBreaksOffFailsEvenOnGarbage(String part) throws IOException {
        answer(List.of(part));

        assertThatThrownBy(() -> connection.exchange(request(Kind.GARBAGE))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(names = "GARBAGE", mode = EnumSource.Mode.EXCLUDE)
    void aConnectionThatWasClosedAfterAnAnswerIsOpenedAnew(Kind kind) throws IOException {
        answer(List.of(WHOLE, WHOLE));

        assertThat(connection.exchange(request(kind))).isPresent();
        assertThat(connection.exchange(request(kind))).isPresent();
    }

    @Test
    void anAnswerThatBreaksOffIsNotAskedForAgain() throws IOException {
        String half = WHOLE.substring(0, WHOLE.length() - 1);
        answer(List.of(WHOLE + half, WHOLE));

        assertThat(connection.exchange(request(Kind.RIGHT))).isPresent();
        assertThatThrownBy(() -> connection.exchange(request(Kind.RIGHT))).isInstanceOf(IOException.class);
    }

    private static WireRequest request(Kind kind) {
        return new WireRequest("any", "GET", "/", kind, "GET / HTTP/1.1\r\n\r\n");
    }

    /** On each connection the next of them, whatever is asked, and then it is closed. */
    private void answer(List<String> answers) {
        Thread.ofVirtual().start(() -> {
            for (String answer : answers) {
                try (var socket = server.accept()) {
                    // What was not read would reset the connection.
                    socket.getInputStream().readNBytes("GET / HTTP/1.1\r\n\r\n".length());
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }
}
