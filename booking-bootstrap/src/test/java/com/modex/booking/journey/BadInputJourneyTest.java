package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets the contract's error, in the contract's form, and changes nothing. */
class BadInputJourneyTest {
    private static RunningServer server;
    private static String admin;
    private static String alice;
    private static String show;
    private static List<String> rows;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        admin = server.adminToken();
        alice = server.userToken("alice");
        show = server.scheduleShow(10);
        rows = rows();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(rows()).isEqualTo(rows);
    }

    private static List<String> rows() {
        return server.sql("""
                SELECT (SELECT count(*) FROM shows), (SELECT count(*) FROM bookings),
                       (SELECT count(*) FROM seats WHERE booking_id IS NOT NULL)
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                             | /seats   | REQUIRED
            {"seats": null}                                | /seats   | REQUIRED
            {"seats": []}                                  | /seats   | OUT_OF_RANGE
            {"seats": [1, 1]}                              | /seats   | DUPLICATE
            {"seats": [1, 0]}                              | /seats/1 | OUT_OF_RANGE
            {"seats": [-1]}                                | /seats/0 | OUT_OF_RANGE
            {"seats": [null]}                              | /seats/0 | REQUIRED
            {"seats": [1.0]}                               | /seats/0 | WRONG_TYPE
            {"seats": ["1"]}                               | /seats/0 | WRONG_TYPE
            {"seats": [2147483648]}                        | /seats/0 | WRONG_TYPE
            {"seats": [99999999999999999999]}              | /seats/0 | WRONG_TYPE
            {"seats": 1}                                   | /seats   | WRONG_TYPE
            {"seats": [1], "confirm": "no"}                | /confirm | WRONG_TYPE
            {"seats": [1], "confirm": 0}                   | /confirm | WRONG_TYPE
            {"seats": [1], "user_id": "bob"}               | /user_id | UNKNOWN_FIELD
            """)
    void aBookingThatBreaksARule(String body, String pointer, String code) {
        assertInvalid(server.post(alice, "/v1/shows/" + show + "/bookings", body), pointer, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "name": ""                                                          | /name           | BLANK
            "name": "a\\u0000b"                                                 | /name           | INVALID_TEXT
            "name": "a\\ud800b"                                                 | /name           | INVALID_TEXT
            "name": 3                                                           | /name           | WRONG_TYPE
            "type": "CIRCUS"                                                    | /type           | WRONG_TYPE
            "type": 1                                                           | /type           | WRONG_TYPE
            "start_time": "2020-01-01T00:00:00Z"                                | /start_time     | NOT_IN_FUTURE
            "start_time": "tomorrow"                                            | /start_time     | WRONG_TYPE
            "start_time": "+12026-01-01T00:00:00Z"                              | /start_time     | WRONG_TYPE
            "start_time": 4102444800                                            | /start_time     | WRONG_TYPE
            "total_seats": 0                                                    | /total_seats    | OUT_OF_RANGE
            "total_seats": 100001                                               | /total_seats    | OUT_OF_RANGE
            "hold_seconds": 9                                                   | /hold_seconds   | OUT_OF_RANGE
            "hold_seconds": 3601                                                | /hold_seconds   | OUT_OF_RANGE
            "sales_open_at": "2999-01-01T00:00:00Z"                             | /sales_close_at | SALES_WINDOW_EMPTY
            "sections": [{"name": "S", "rows": 1, "seats_per_row": 1}]          | /total_seats    | CONFLICT
            "status": "CANCELLED"                                               | /status         | UNKNOWN_FIELD
            """)
    void aShowThatBreaksARule(String field, String pointer, String code) {
        String name = field.substring(0, field.indexOf(':'));
        String rest = List.of(
                        "\"name\": \"Hamlet\"",
                        "\"type\": \"SHOW\"",
                        "\"start_time\": \"" + RunningServer.inDays(30) + "\"",
                        "\"total_seats\": 10")
                .stream()
                .filter(other -> !other.startsWith(name + ":"))
                .reduce("", (fields, other) -> fields + ", " + other);

        assertInvalid(server.post(admin, "/v1/shows", "{" + field + rest + "}"), pointer, code);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Answer answer = server.post(admin, "/v1/shows", "{\"name\": \" \", \"hold_seconds\": 1}");

        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly("/name", "/type", "/start_time", "/total_seats", "/hold_seconds");
    }

    @Test
    void ofAListThatIsTooLongNothingIsSaidOfEachNumber() {
        Answer answer =
                server.post(alice, "/v1/shows/" + show + "/bookings", "{\"seats\": [" + "0,".repeat(20_000) + "0]}");

        assertInvalid(answer, "/seats", "OUT_OF_RANGE");
        assertThat(answer.json().path("errors")).hasSize(1);
    }

    @Test
    void ofManyThingsThatAreWrongAHundredAreSaid() {
        Answer answer = server.post(
                admin,
                "/v1/shows",
                "{\"name\": \"Hamlet\", \"type\": \"SHOW\", \"start_time\": \"" + RunningServer.inDays(30)
                        + "\", \"sections\": [" + "{},".repeat(1_000) + "{}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors")).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[",
                "{\"seats\": [1]} {}",
                "{\"seats\": [1], \"seats\": [2]}",
                "seats: [1]",
                "{'seats': [1]}"
            })
    void aBodyThatIsNoJsonObject(String body) {
        assertProblem(server.post(alice, "/v1/shows/" + show + "/bookings", body), "400 MALFORMED_REQUEST");
    }

    @Test
    void bytesThatAreNoText() {
        byte[] body = "{\"name\": \"a\"}".getBytes(StandardCharsets.UTF_8);
        body[10] = (byte) 0xff;

        assertProblem(
                server.send(server.request(admin, "/v1/shows")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))),
                "400 MALFORMED_REQUEST");
    }

    @Test
    void aBodyThatIsTooLargeWhetherItsLengthIsSaidOrNot() {
        byte[] body = " ".repeat(70_000).getBytes(StandardCharsets.UTF_8);

        for (var publisher : List.of(
                HttpRequest.BodyPublishers.ofByteArray(body),
                HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(body)))) {
            assertProblem(
                    server.send(server.request(admin, "/v1/shows")
                            .header("Content-Type", "application/json")
                            .POST(publisher)),
                    "413 PAYLOAD_TOO_LARGE");
        }
    }

    @Test
    void aBodyThatIsNestedTooDeeply() {
        assertProblem(
                server.post(alice, "/v1/shows/" + show + "/bookings", "{\"seats\": " + "[".repeat(60_000)),
                "400 VALIDATION_FAILED");
        assertProblem(
                server.post(alice, "/v1/shows/" + show + "/bookings", "[".repeat(100_000)), "413 PAYLOAD_TOO_LARGE");
    }

    @Test
    void aMediaTypeOtherThanJson() {
        assertProblem(
                server.send(server.request(admin, "/v1/shows")
                        .header("Content-Type", "application/yaml")
                        .POST(HttpRequest.BodyPublishers.ofString("name: Hamlet"))),
                "415 UNSUPPORTED_MEDIA_TYPE");
        assertProblem(
                server.send(server.request(null, "/v1/shows")
                        .header("Accept", "text/html")
                        .GET()),
                "406 NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "utf-16be", "iso-8859-1", "utf-8"})
    void jsonInAnotherCharsetIsJson(String charset) {
        Answer answer = server.send(server.request(alice, "/v1/bookings")
                .header("Accept", "application/json;charset=" + charset)
                .GET());

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().path("items").isArray()).isTrue();
    }

    @Test
    void seatsThatTheShowDoesNotHave() {
        Answer answer = server.post(alice, "/v1/shows/" + show + "/bookings", "{\"seats\": [10, 11, 2147483647]}");

        assertProblem(answer, "422 UNKNOWN_SEATS");
        assertThat(answer.json().path("seats").toString()).isEqualTo("[11,2147483647]");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404 NOT_FOUND",
        "GET, /, 404 NOT_FOUND",
        "GET, /error, 404 NOT_FOUND",
        "GET, /actuator, 404 NOT_FOUND",
        "GET, /actuator/env, 404 NOT_FOUND",
        "GET, /v1/nowhere, 404 NOT_FOUND",
        "GET, /v1/shows/1, 404 SHOW_NOT_FOUND",
        "GET, /v1/shows/1-1-1-1-1/seats, 404 SHOW_NOT_FOUND",
        "GET, /v1/shows/01a21023-0c0d-704e-95ba-a54a9c3c1ef7, 404 SHOW_NOT_FOUND",
        "GET, /v1/shows/01a21023-0c0d-704e-95ba-a54a9c3c1ef7/seats, 404 SHOW_NOT_FOUND",
        "GET, /v1/bookings/1, 404 BOOKING_NOT_FOUND",
        "GET, /v1/bookings/01a21023-0c0d-704e-95ba-a54a9c3c1ef7, 404 BOOKING_NOT_FOUND",
        "POST, /v1/bookings/1/confirm, 404 BOOKING_NOT_FOUND",
        "POST, /v1/bookings/1/cancel, 404 BOOKING_NOT_FOUND",
        "DELETE, /v1/shows, 405 METHOD_NOT_ALLOWED",
        "FOO, /v1/shows, 405 METHOD_NOT_ALLOWED",
        "PUT, /v1/bookings, 405 METHOD_NOT_ALLOWED",
        "GET, /v1/shows?limit=0, 400 VALIDATION_FAILED",
        "GET, /v1/shows?limit=101, 400 VALIDATION_FAILED",
        "GET, /v1/shows?limit=x, 400 VALIDATION_FAILED",
        "GET, /v1/shows?q=%00, 400 VALIDATION_FAILED",
        "GET, /v1/shows?type=CIRCUS, 400 VALIDATION_FAILED",
        "GET, /v1/shows?from=today, 400 VALIDATION_FAILED",
        "GET, /v1/shows?cursor=AAAA, 400 VALIDATION_FAILED",
        "GET, /v1/shows?cursor=c2hvd3M, 400 VALIDATION_FAILED",
        // A time that does not fit into a number of seconds.
        "GET, /v1/shows?cursor=c2hvd3MgLTkyMjMzNzIwMzY4NTQ3NzU4MDggLTEgMDFhMjEwMjMtMGMwZC03MDRlLTk1YmEtYTU0YTljM2MxZWY3, 400 VALIDATION_FAILED",
        "GET, /v1/bookings?status=LOST, 400 VALIDATION_FAILED",
    })
    void aRequestThatLeadsNowhere(String method, String path, String problem) {
        assertProblem(
                server.send(server.request(admin, path).method(method, HttpRequest.BodyPublishers.noBody())), problem);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /v1/shows/%zz HTTP/1.1, 400",
        "GET /v1/shows/%00 HTTP/1.1, 400",
        "GET /v1/\\x HTTP/1.1, 400",
        "GET /v1//shows HTTP/1.1, 400",
        "GET /v1/shows/../shows HTTP/1.1, 400",
        "TRACE /v1/shows HTTP/1.1, 405",
        "GET /v1/shows?cursor=c2hvd3MgMTAwMDAwMDAwMDAwMDAgMCAwMWEyMTAyMy0wYzBkLTcwNGUtOTViYS1hNTRhOWMzYzFlZjc HTTP/1.1, 400",
    })
    void aRequestLineThatNoClientLibraryWouldSend(String line, String status) throws IOException {
        String answer = sendRaw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertRawProblem(answer, status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Accept: a\u0085b, 400",
        "POST, Content-Type: multipart/form-data, 415",
        "POST, Content-Type: application/x-www-form-urlencoded, 415",
        "GET, Expect: nonsense, 400",
    })
    void aHeaderThatNoClientLibraryWouldSend(String method, String header, String status) throws IOException {
        String answer =
                sendRaw(method + " /v1/shows HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + admin + "\r\n" + header + "\r\n\r\n");

        assertRawProblem(answer, status);
    }

    private static void assertRawProblem(String answer, String status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("<html", "java.", "tomcat");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer).contains("\"status\":" + status);
        DescribedApi.CHECKED_IN.checkProblem(answer.substring(answer.indexOf("\r\n\r\n")));
    }

    private static String sendRaw(String request) throws IOException {
        try (var socket = new Socket("localhost", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertInvalid(Answer answer, String pointer, String code) {
        assertProblem(answer, "400 VALIDATION_FAILED");
        var error = answer.json().path("errors").path(0);
        assertThat(error.path("pointer").asString() + " " + error.path("code").asString())
                .isEqualTo(pointer + " " + code);
        assertThat(error.path("detail").asString()).isNotEmpty();
    }

    private static void assertProblem(Answer answer, String problem) {
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.json().path("type").asString()).startsWith("urn:booking:problem:");
        assertThat(answer.json().path("title").asString()).isNotEmpty();
        assertThat(answer.json().path("detail").asString()).isNotEmpty();
        assertThat(answer.json().path("instance").asString()).startsWith("/");
        assertThat(answer.json().path("trace_id").asString()).matches("[0-9a-f]{32}");
    }
}
