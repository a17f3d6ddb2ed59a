package com.modex.booking.adapter.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.probe.OverHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Who sends a body a byte at a time is not waited for to the end. */
class SlowBodyTest extends OverHttp {
    private static final int TOLD_AFTER_AT_MOST_MILLIS = 20_000;

    @Test
    void itsSenderIsToldAndCutOff() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TOLD_AFTER_AT_MOST_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/probe/echo HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + user()
                            + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var dripping = Thread.ofVirtual().start(() -> drip(out));
            try {
                problem(readToTheEnd(socket), 400, "MALFORMED_REQUEST");
            } finally {
                dripping.interrupt();
                dripping.join();
            }
        }
        assertThat(send("GET", "/v1/shows", null).statusCode()).isEqualTo(200);
    }

    /** Far slower than a thousand bytes in the time that a body may take, and never pausing for long. */
    private static void drip(OutputStream out) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                out.write(' ');
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        } catch (IOException _) {
            // The server has hung up, as it should.
        }
    }

    private static String readToTheEnd(Socket socket) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException _) {
            // What was sent after the server had hung up resets the connection; the answer was there before.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
