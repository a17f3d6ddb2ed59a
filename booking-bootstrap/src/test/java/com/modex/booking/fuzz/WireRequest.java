package com.modex.booking.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as the bytes that go over the wire, so that it may be one that no client library would send.
 *
 * @param operation what it is counted under: an operation of the description, or what kind of garbage it is
 * @param path of the target, as it stands there
 * @param kind how it was meant
 * @param wire the bytes: each is one char
 */
record WireRequest(String operation, String method, String path, Kind kind, String wire) {
    private static final String END = "\r\n";
    private static final int CHUNK = 1_000;
    private static final int SHOWN = 4_000;

    enum Kind {
        /** All of it is as described. */
        RIGHT,
        /** As described, but for one or two things. */
        NEARLY_RIGHT,
        /** Perhaps no HTTP at all; it gets a connection of its own, and after it nothing more is sent. */
        GARBAGE
    }

    enum Framing {
        LENGTH,
        CHUNKED
    }

    static WireRequest garbage(String what, String method, String path, byte[] bytes) {
        return new WireRequest(what, method, path, Kind.GARBAGE, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    static WireRequest of(
            String operation,
            String method,
            String target,
            Kind kind,
            List<String> headers,
            byte[] body,
            Framing framing) {
        var bytes = new ByteArrayOutputStream();
        write(bytes, method + " " + target + " HTTP/1.1" + END + "Host: localhost" + END);
        headers.forEach(header -> write(bytes, header + END));
        if (body.length == 0) {
            write(bytes, (method.equals("POST") || method.equals("PATCH") ? "Content-Length: 0" + END : "") + END);
        } else if (framing == Framing.LENGTH) {
            write(bytes, "Content-Length: " + body.length + END + END);
            bytes.writeBytes(body);
        } else {
            write(bytes, "Transfer-Encoding: chunked" + END + END);
            for (int from = 0; from < body.length; from += CHUNK) {
                int length = Math.min(CHUNK, body.length - from);
                write(bytes, Integer.toHexString(length) + END);
                bytes.write(body, from, length);
                write(bytes, END);
            }
            write(bytes, "0" + END + END);
        }
        int query = target.indexOf('?');
        return new WireRequest(
                operation,
                method,
                query < 0 ? target : target.substring(0, query),
                kind,
                bytes.toString(StandardCharsets.ISO_8859_1));
    }

    /** One char is one byte. */
    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
        return wire.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** In printable characters, to be read and to be sent again. */
    @Override
    public String toString() {
        var text = new StringBuilder(kind + " " + operation + ", " + wire.length() + " bytes:\n");
        wire.chars().limit(SHOWN).forEach(next -> {
            if (next == '\n') {
                text.append("\\n\n");
            } else if (next == '\r') {
                text.append("\\r");
            } else if (next >= ' ' && next < 0x7f && next != '\\') {
                text.append((char) next);
            } else {
                text.append("\\x%02x".formatted(next));
            }
        });
        return text.append(wire.length() > SHOWN ? "…" : "").toString();
    }
}
