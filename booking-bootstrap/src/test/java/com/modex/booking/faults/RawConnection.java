package com.modex.booking.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A connection to a server on which a client sends what it likes, when it likes. */
final class RawConnection implements AutoCloseable {
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    static RawConnection to(ApiClient client) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), client.port());
        socket.setSoTimeout(Math.toIntExact(Deadline.PATIENCE.toMillis()));
        return new RawConnection(socket);
    }

    /** One that the server has taken and answered on. */
    static RawConnection inUseWith(ApiClient client) throws IOException {
        RawConnection connection = to(client);
        connection.send("HEAD /actuator/health/liveness HTTP/1.1\r\nHost: localhost" + END_OF_HEAD);
        connection.readHead();
        return connection;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The head of a request to book, with a body of that length. */
    static String headOfBooking(ApiClient client, String user, String show, int length) {
        return String.join(
                        "\r\n",
                        List.of(
                                "POST /v1/shows/" + show + "/bookings HTTP/1.1",
                                "Host: localhost",
                                "Authorization: Bearer " + client.token(user),
                                "Content-Type: application/json",
                                "Content-Length: " + length))
                + END_OF_HEAD;
    }

    private void readHead() throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEAD)) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("The connection was closed before an answer");
            }
            head.write(next);
        }
    }

    /** Whatever comes until the server closes the connection. */
    String readToTheEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
