package com.modex.booking.bootstrap.warmup;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests to this server by itself, over loopback, as a client sends them: reads, and bookings of a show that does not
 * exist. They come from an address of their own, so that nobody else's limit on requests is used up; where the system has
 * no such address, or the server does not listen on loopback, there are none.
 *
 * <p>No HTTP client is used: to make one would take longer than all the requests.
 */
final class OwnRequests implements Callable<Boolean> {
    private static final int PATIENCE_MILLIS = 10_000;

    /** Nobody else's, as a rule; 127.0.0.0/8 is the machine's own. */
    private static final byte[] NETWORK = {127, 83};

    private static final AtomicInteger CALLERS = new AtomicInteger();

    private final int port;
    private final boolean tokensAreFree;
    private final InetAddress self;
    private final InetAddress server;

    private OwnRequests(int port, boolean tokensAreFree, InetAddress self, InetAddress server) {
        this.port = port;
        this.tokensAreFree = tokensAreFree;
        this.self = self;
        this.server = server;
    }

    /** @param tokensAreFree whether this server hands out tokens to anybody, as in the profile {@code local} */
    static OwnRequests to(int port, boolean tokensAreFree) {
        int caller = CALLERS.getAndIncrement();
        return new OwnRequests(
                port,
                tokensAreFree,
                address(NETWORK[0], NETWORK[1], (byte) (caller >> 8), (byte) caller),
                address((byte) 127, (byte) 0, (byte) 0, (byte) 1));
    }

    /** One turn. */
    @Override
    public Boolean call() throws IOException {
        String show = "/v1/shows/" + UUID.randomUUID();
        try {
            send("GET /v1/shows?limit=50", "", "");
            send("GET " + show + "/seats", "", "");
            send("GET " + show, "", "");
            send("POST " + show + "/bookings", "", "{\"seats\": [1]}");
            if (tokensAreFree) {
                String answer = send("POST /local/tokens", "", "{\"user_id\": \"rehearsal\"}");
                String token = answer.replaceAll("(?s).*\"token\":\"([^\"]*)\".*", "$1");
                for (int seat = 1; seat <= 5; seat++) {
                    send("POST " + show + "/bookings", token, "{\"seats\": [%d]}".formatted(seat));
                }
            }
            return true;
        } catch (BindException | ConnectException e) {
            return false;
        }
    }

    private String send(String request, String token, String body) throws IOException {
        String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        byte[] bytes = (request + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nConnection: close\r\n"
                        + authorization + "Content-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.bind(new InetSocketAddress(self, 0));
            socket.connect(new InetSocketAddress(server, port), PATIENCE_MILLIS);
            socket.getOutputStream().write(bytes);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InetAddress address(byte... bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
