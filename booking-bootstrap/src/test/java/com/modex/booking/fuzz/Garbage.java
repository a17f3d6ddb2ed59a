package com.modex.booking.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What no client library sends: broken HTTP, broken text, broken JSON. */
final class Garbage {
    static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "FOO", "X-Y_z");

    static final List<String> MEDIA_TYPES = List.of(
            "text/html",
            "text/plain",
            "application/yaml",
            "application/x-yaml",
            "application/xml",
            "*/*",
            "application/*",
            "application/json;charset=utf-16",
            "application/json;q=0",
            "application/json; charset=nonsense",
            "application/problem+json",
            "application/vnd.oai.openapi",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "a/b/c",
            "/",
            ";",
            "json",
            "application/json, text/html",
            "application/JSON",
            "text/event-stream",
            "application/cbor",
            "application/json;v=\"");

    static final List<String> QUERIES = List.of(
            "limit=",
            "cursor=",
            "q=",
            "from=",
            "to=",
            "type=",
            "status=",
            "=",
            "&&",
            "limit",
            "sort=",
            "page=",
            "limit=1&limit=",
            "access_token=");

    static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "101",
            "2147483648",
            "1e3",
            "x",
            "\u0000",
            "a\u0000b",
            "\r\nX-Injected: 1",
            "../../etc/passwd",
            "..",
            ".",
            "/",
            "%",
            "%00",
            "%zz",
            "\\",
            ";",
            "'",
            "\"",
            "<",
            "{show_id}",
            "null",
            "CONFIRMED",
            "SHOW",
            "c2hvd3M",
            "AAAA",
            "YQ==",
            "YQ",
            "2027-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "294277-01-01T00:00:00Z",
            "\uD83C\uDFAD",
            "\uFFFF",
            "\u202E",
            "a".repeat(201),
            "z".repeat(3_000));

    static final List<String> OUR_HEADERS = List.of(
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "traceparent",
            "Accept-Encoding",
            "Accept-Language",
            "If-Modified-Since");

    /** In the characters that a header can have. */
    static final List<String> HEADER_VALUES = List.of(
            "",
            "*",
            "\"1\"",
            "W/\"1\"",
            "\"1",
            "1\"",
            "\"\"",
            "\"1\", \"2\", *",
            "\"" + "9".repeat(40) + "\"",
            ",",
            "\"a\\",
            "00-c91e5551e9f8e3f370dcbfc302369f7b-0af7651916cd43dd-01",
            "00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-00",
            "k".repeat(255),
            "k".repeat(256),
            "gzip;q=0",
            "gzip, identity;q=0",
            "*;q=0",
            "gzip;q=x",
            "de",
            "xx-YY-" + "z".repeat(90),
            "\u00fc",
            "\u00ff\u0080",
            "\tx",
            "Wed, 21 Oct 2015 07:28:00 GMT");

    private static final List<String> OTHER_HEADERS = List.of(
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-Prefix: /v2",
            "Forwarded: for=unknown",
            "X-Original-URL: /actuator/env",
            "Range: bytes=0-1",
            "Range: bytes=-999999999999999999999",
            "Expect: 100-continue",
            "Expect: nonsense",
            "Origin: https://elsewhere.example",
            "Origin: null",
            "Cookie: JSESSIONID=1; a=\"",
            "Cookie: =;=",
            "Content-Encoding: gzip",
            "Upgrade: websocket",
            "Upgrade: h2c",
            "Connection: keep-alive, X",
            "TE: trailers",
            "Content-Language: ;",
            "Authorization: Basic YWRtaW46YWRtaW4=",
            "Authorization: Bearer",
            "Authorization: bearer x y",
            "Accept-Charset: utf-7",
            "If-Unmodified-Since: nonsense",
            "Date: nonsense",
            "Access-Control-Request-Method: GET",
            "Content-Type: application/json");

    private static final List<String> LINES = List.of(
            "GET /v1/shows/%zz HTTP/1.1",
            "GET /v1/shows/%00 HTTP/1.1",
            "GET /v1//shows HTTP/1.1",
            "GET /v1/shows/../shows HTTP/1.1",
            "GET /v1/\\x HTTP/1.1",
            "GET /v1/shows;x=1 HTTP/1.1",
            "GET v1/shows HTTP/1.1",
            "GET  /v1/shows  HTTP/1.1",
            "GET /v1/shows HTTP/1.0",
            "GET /v1/shows http/1.1",
            "GET /v1/shows\tHTTP/1.1",
            "G\u0000T /v1/shows HTTP/1.1",
            "\u00c4 /v1/shows HTTP/1.1",
            "GET http://x/v1/shows HTTP/1.1",
            "GET http:///v1/shows HTTP/1.1",
            "OPTIONS * HTTP/1.1",
            "GET * HTTP/1.1",
            "GET /v1/shows?q=\u00ff HTTP/1.1",
            "GET /v1/shows?q=%ff HTTP/1.1",
            "GET /v1/shows?q=%ed%a0%80 HTTP/1.1",
            "GET /v1/shows?%s HTTP/1.1",
            "GET /v1/shows?a=|{}^ HTTP/1.1",
            "GET /v1/shows/\u00e4 HTTP/1.1",
            "GET / HTTP/1.1",
            "TRACE /v1/shows HTTP/1.1",
            "PRI * HTTP/1.1",
            "GET /v1/shows#x HTTP/1.1",
            "GET ?q=1 HTTP/1.1",
            " GET / HTTP/1.1",
            "GET /" + "a".repeat(20_000) + " HTTP/1.1",
            "M".repeat(9_000) + " / HTTP/1.1");

    /** Of the protocol's own: the server says 501 or 505, as it must. */
    private static final List<String> LINES_OF_ANOTHER_PROTOCOL = List.of(
            "GET /v1/shows HTTP/9.9",
            "GET /v1/shows HTTP/1.2",
            "CONNECT localhost:1 HTTP/1.1",
            "GET /v1/shows HTTP/2.0",
            "GET /v1/shows SPDY/1");

    private static final List<String> BAD_HEADERS = List.of(
            "No colon",
            ": empty",
            "X: \u0000",
            "X: a\u0085b",
            "X: a\u007fb",
            " Folded: yes",
            "X :y",
            "X\u0000: y",
            "Content-Length: -1",
            "Content-Length: 1x",
            "Content-Length: 99999999999999999999",
            "Content-Length: 5\r\nContent-Length: 6",
            "Content-Length: 5\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
            "Host: other",
            "Host: [::",
            "Host: a b",
            "Host: ",
            "X: " + "h".repeat(20_000),
            "Authorization: Bearer \u00ff\u00fe",
            "Authorization: Bearer a\r\nAuthorization: Bearer b");

    private Garbage() {}

    static String header(RandomGenerator random) {
        return any(OTHER_HEADERS, random);
    }

    /** Which the server cannot speak: 501 or 505 is right, and of no operation. */
    static boolean isOfAnotherProtocol(WireRequest request) {
        return request.operation().equals("another protocol");
    }

    static WireRequest draw(String token, String show, RandomGenerator random) {
        return switch (random.nextInt(9)) {
            case 0 -> line("request line", any(LINES, random), "");
            case 1 -> line("another protocol", any(LINES_OF_ANOTHER_PROTOCOL, random), "");
            case 2 ->
                line(
                        "another protocol",
                        "POST /v1/shows HTTP/1.1",
                        "Transfer-Encoding: " + (random.nextBoolean() ? "nonsense" : "gzip, chunked") + "\r\n");
            case 3 -> line("headers", "GET /v1/shows HTTP/1.1", any(BAD_HEADERS, random) + "\r\n");
            case 4 -> line("headers", "GET /v1/shows HTTP/1.1", manyHeaders(random));
            case 5 -> noise(random);
            case 6 -> chunks(token, show, random);
            case 7 -> cutOff(token, show, random);
            default -> body(token, show, random);
        };
    }

    private static WireRequest line(String what, String line, String headers) {
        String[] parts = line.strip().split("[ \t]+", -1);
        String path = parts.length > 1 ? parts[1].replaceFirst("[?#].*", "") : "";
        return WireRequest.garbage(
                what, parts[0], path, latin(line + "\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n"));
    }

    private static String manyHeaders(RandomGenerator random) {
        var headers = new StringBuilder();
        for (int i = random.nextInt(400); i > 0; i--) {
            headers.append("X-").append(i).append(": ").append(i).append("\r\n");
        }
        return headers.toString();
    }

    private static WireRequest noise(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(1, 500)];
        random.nextBytes(bytes);
        return WireRequest.garbage("noise", "", "", bytes);
    }

    private static WireRequest chunks(String token, String show, RandomGenerator random) {
        String chunks = any(
                List.of(
                        "5\r\n{\"se\r\n",
                        "zz\r\n{}\r\n0\r\n\r\n",
                        "-1\r\n{}\r\n0\r\n\r\n",
                        "ffffffffffffffff\r\n{}",
                        "2;x=\"y\r\n{}\r\n0\r\n\r\n",
                        "2\r\n{}XX0\r\n\r\n",
                        "2\r\n{}\r\n0\r\nTrailer: x\r\n\r\n",
                        "2\r\n{}\r\n0\r\nNo colon\r\n\r\n",
                        ""),
                random);
        return booking("chunks", token, show, "Transfer-Encoding: chunked\r\n", latin(chunks));
    }

    private static WireRequest cutOff(String token, String show, RandomGenerator random) {
        byte[] body = latin("{\"quantity\": 1}");
        return booking(
                "cut off",
                token,
                show,
                "Content-Length: " + (body.length + 1 + random.nextInt(100)) + "\r\n",
                Arrays.copyOf(body, random.nextInt(body.length)));
    }

    private static WireRequest body(String token, String show, RandomGenerator random) {
        byte[] body = spoilt(latin("{\"seats\": [1, 2], \"confirm\": false}"), random);
        return booking("body", token, show, "Content-Length: " + body.length + "\r\n", body);
    }

    private static WireRequest booking(String what, String token, String show, String headers, byte[] body) {
        String path = "/v1/shows/" + show + "/bookings";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(latin("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n" + headers + "\r\n"));
        bytes.writeBytes(body);
        return WireRequest.garbage(what, "POST", path, bytes.toByteArray());
    }

    /** The bytes of a JSON object with something wrong in them. */
    static byte[] spoilt(byte[] body, RandomGenerator random) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return switch (random.nextInt(14)) {
            case 0 -> Arrays.copyOf(body, random.nextInt(body.length));
            case 1 ->
                latin(text
                        + any(
                                List.of("x", "}", "{}", ",", "\u0000", "// end", "\r\n\r\nGET / HTTP/1.1\r\n\r\n"),
                                random));
            case 2 -> {
                byte[] flipped = body.clone();
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
                yield flipped;
            }
            case 3 -> latin(text.replace('"', '\''));
            case 4 -> latin(text.replaceFirst("\\{", "{\"seats\": [1], \"seats\": [2], "));
            case 5 -> latin("[" + text + "]");
            case 6 -> latin("[".repeat(1 << random.nextInt(16)));
            case 7 -> latin("{\"seats\":".repeat(1 << random.nextInt(12)));
            case 8 -> latin(text + " ".repeat(random.nextInt(200_000)));
            case 9 -> text.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE);
            case 10 -> latin("\u00ef\u00bb\u00bf" + text);
            // A surrogate alone, and a slash in two bytes: no UTF-8.
            case 11 -> latin("{\"name\": \"\u00ed\u00a0\u0080\"}");
            case 12 -> latin("{\"name\": \"\u00c0\u00af\"}");
            default -> {
                byte[] noise = new byte[random.nextInt(1, 300)];
                random.nextBytes(noise);
                yield noise;
            }
        };
    }

    private static <T> T any(List<T> things, RandomGenerator random) {
        return things.get(random.nextInt(things.size()));
    }

    /** One char is one byte. */
    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
