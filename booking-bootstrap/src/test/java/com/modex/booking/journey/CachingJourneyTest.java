package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What caches on the way may keep, and how a client learns that what it has is still so. */
class CachingJourneyTest {
    private static RunningServer server;
    private static String admin;
    private static String alice;
    private static String show;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        admin = server.adminToken();
        alice = server.userToken("alice");
        show = server.scheduleShow(50);
        IntStream.range(0, 10).forEach(_ -> server.scheduleShow(1));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/%s", "/%s/seats"})
    void aPublicReadIsKeptButAskedForBeforeEachUse(String path) {
        String read = "/v1/shows" + path.formatted(show);
        Answer first = server.get(null, read);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Type")).isEqualTo("application/json");
        assertThat(first.response().headers().allValues("Cache-Control")).containsExactly("public, no-cache");
        assertThat(first.header("Vary")).containsIgnoringCase("Accept-Encoding");

        Answer second = ifNoneMatch(read, first.header("ETag"));
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.response().body()).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.response().headers().allValues("Cache-Control")).containsExactly("public, no-cache");
        assertThat(second.header("Vary")).containsIgnoringCase("Accept-Encoding");
        assertThat(server.get(alice, read).header("ETag"))
                .as("it is the same for everybody")
                .isEqualTo(first.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/%s", "/%s/seats"})
    void theHeadOfAReadIsItsAnswerWithoutTheBody(String path) {
        String read = "/v1/shows" + path.formatted(show);
        Answer get = server.get(null, read);

        Answer head = server.send(server.request(null, read).HEAD());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.response().body()).isEmpty();
        assertThat(head.header("Content-Length")).matches("[1-9][0-9]*");
        for (String header : new String[] {"ETag", "Cache-Control", "Content-Type", "Content-Length"}) {
            assertThat(head.header(header)).as(header).isEqualTo(get.header(header));
        }

        Answer known = server.send(server.request(null, read).HEAD().header("If-None-Match", get.header("ETag")));
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.header("ETag")).isEqualTo(get.header("ETag"));
    }

    @Test
    void aBookingChangesTheTagOfTheSeatMapButNotOfTheShow() {
        String quiet = server.scheduleShow(2);
        String ofShow = server.get(null, "/v1/shows/" + quiet).header("ETag");
        String ofSeats = server.get(null, "/v1/shows/" + quiet + "/seats").header("ETag");
        assertThat(ofShow).as("strong: it goes into If-Match").isEqualTo("\"1\"");
        assertThat(ofSeats).as("weak: it may be compressed").matches("W/\"[A-Za-z0-9_-]{22}\"");

        assertThat(server.post(alice, "/v1/shows/" + quiet + "/bookings", "{\"seats\": [2]}")
                        .status())
                .isEqualTo(201);

        assertThat(ifNoneMatch("/v1/shows/" + quiet, ofShow).status()).isEqualTo(304);
        Answer seats = ifNoneMatch("/v1/shows/" + quiet + "/seats", ofSeats);
        assertThat(seats.status()).isEqualTo(200);
        assertThat(seats.json().path("seats").path(1).path("status").asString()).isEqualTo("BOOKED");
        assertThat(seats.header("ETag")).isNotEqualTo(ofSeats);
    }

    @Test
    void aHoldThatRunsOutChangesTheTagThoughNothingIsWritten() throws Exception {
        String seats = "/v1/shows/" + server.scheduleShow(1) + "/seats";
        String free = server.get(null, seats).header("ETag");
        assertThat(server.post(alice, seats.replace("seats", "bookings"), "{\"seats\": [1], \"confirm\": false}")
                        .status())
                .isEqualTo(201);
        String held = server.get(null, seats).header("ETag");

        server.letHoldsRunOut();
        waitUntilOthersChangesAreSeen();

        assertThat(held).isNotEqualTo(free);
        assertThat(ifNoneMatch(seats, held).status()).isEqualTo(200);
        assertThat(ifNoneMatch(seats, free).status()).isEqualTo(304);
    }

    @Test
    void whatOneHasBookedIsSeenAtOnceHoweverManyRead() throws Exception {
        String seats = "/v1/shows/" + server.scheduleShow(20) + "/seats";
        var done = new AtomicBoolean();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable _ = () -> done.set(true)) {
            for (int i = 0; i < 4; i++) {
                var _ = readers.submit(() -> {
                    while (!done.get()) {
                        server.get(null, seats);
                    }
                });
            }
            for (int seat = 1; seat <= 20; seat++) {
                assertThat(server.post(alice, seats.replace("seats", "bookings"), "{\"seats\": [%d]}".formatted(seat))
                                .status())
                        .isEqualTo(201);
                assertThat(statusOf(seats, seat)).isEqualTo("BOOKED");
            }
        }
    }

    @Test
    void whatAnotherServerChangesIsSeenWithinASecond() throws Exception {
        String id = server.scheduleShow(2);
        String seats = "/v1/shows/" + id + "/seats";
        assertThat(statusOf(seats, 2)).isEqualTo("AVAILABLE");
        assertThat(server.get(null, "/v1/shows?q=Cymbeline")
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();

        server.execute("UPDATE seats SET blocked = true WHERE number = 2 AND show_id = '%s'".formatted(id));
        server.execute("UPDATE shows SET name = 'Cymbeline', version = version + 1 WHERE id = '%s'".formatted(id));
        waitUntilOthersChangesAreSeen();

        assertThat(statusOf(seats, 2)).isEqualTo("BLOCKED");
        assertThat(server.get(null, "/v1/shows?q=Cymbeline")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aHoldThatRunsOutIsSeenAtOnceThoughNobodyHasChangedAnything() throws Exception {
        String id = server.scheduleShow(2);
        String seats = "/v1/shows/" + id + "/seats";
        String bookings = seats.replace("seats", "bookings");
        assertThat(server.post(alice, bookings, "{\"seats\": [1], \"confirm\": false}")
                        .status())
                .isEqualTo(201);
        server.execute(("UPDATE seats SET held_until = clock_timestamp() + interval '400 ms'"
                        + " WHERE number = 1 AND show_id = '%s'")
                .formatted(id));
        assertThat(server.post(alice, bookings, "{\"seats\": [2]}").status()).isEqualTo(201);
        assertThat(statusOf(seats, 1)).as("read anew, because of the booking").isEqualTo("HELD");

        server.execute("SELECT pg_sleep(greatest(0, extract(epoch FROM held_until - clock_timestamp())))"
                + " FROM seats WHERE number = 1 AND show_id = '%s'".formatted(id));

        assertThat(statusOf(seats, 1)).isEqualTo("AVAILABLE");
    }

    @Test
    void whatIsAtHandIsSentToWhoeverMayHaveItAndAcceptsIt() {
        String seats = "/v1/shows/" + server.scheduleShow(2) + "/seats";
        server.get(null, seats);
        assertThat(server.get(null, seats).status()).isEqualTo(200);

        assertThat(server.send(server.request(null, seats).header("Accept", "text/html"))
                        .problem())
                .isEqualTo("406 NOT_ACCEPTABLE");
        assertThat(server.get("garbage", seats).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(server.post(alice, seats, "{}").status()).isEqualTo(403);
        assertThat(server.send(server.request(null, seats).header("Accept", "application/json"))
                        .status())
                .isEqualTo(200);
    }

    private static String statusOf(String seats, int number) {
        return server.get(null, seats)
                .json()
                .path("seats")
                .path(number - 1)
                .path("status")
                .asString();
    }

    private static void waitUntilOthersChangesAreSeen() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }

    @Test
    void aNewShowChangesTheTagOfTheListsThatItIsIn() {
        String tag = server.get(null, "/v1/shows?q=Lear").header("ETag");
        server.post(admin, "/v1/shows", RunningServer.showBody("Othello", 1));
        assertThat(ifNoneMatch("/v1/shows?q=Lear", tag).status()).isEqualTo(304);

        server.post(admin, "/v1/shows", RunningServer.showBody("Lear", 1));

        Answer list = ifNoneMatch("/v1/shows?q=Lear", tag);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().path("items").path(0).path("name").asString()).isEqualTo("Lear");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            *                 | 304
            "1"               | 304
            W/"1"             | 304
            "0", "1"          | 304
            "0" ,W/"1", "2"   | 304
            "0", "2"          | 200
            "11"              | 200
            "*"               | 200
            1                 | 200
            "1                | 200
            W/                | 200
            ,                 | 200
            """)
    void whoeverNamesTheTagHasTheAnswer(String header, int status) {
        assertThat(ifNoneMatch("/v1/shows/" + show, header).status()).isEqualTo(status);

        String seats = "/v1/shows/" + show + "/seats";
        String weak = server.get(null, seats).header("ETag");
        assertThat(ifNoneMatch(seats, header.replace("W/\"1\"", weak).replace("\"1\"", weak.substring(2)))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void tagsMayComeInSeveralHeaders() {
        assertThat(server.send(server.request(null, "/v1/shows/" + show)
                                .header("If-None-Match", "\"0\"")
                                .header("If-None-Match", "\"1\""))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void nobodyHasWhatDoesNotExist() {
        assertThat(ifNoneMatch("/v1/shows/1", "*").problem()).isEqualTo("404 SHOW_NOT_FOUND");
        assertThat(ifNoneMatch("/v1/shows?limit=0", "*").problem()).isEqualTo("400 VALIDATION_FAILED");
    }

    @Test
    void aLargeAnswerIsCompressedForWhomeverAcceptsItUnderTheSameTag() throws Exception {
        for (String read : List.of("/v1/shows?limit=100", "/v1/shows/" + show + "/seats")) {
            HttpResponse<byte[]> plain = send(server.request(null, read));
            HttpResponse<byte[]> gzip = send(server.request(null, read).header("Accept-Encoding", "gzip"));

            assertThat(plain.body()).as(read).hasSizeGreaterThan(2048);
            assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(plain.headers().firstValue("Vary"))
                    .hasValueSatisfying(value -> assertThat(value).containsIgnoringCase("Accept-Encoding"));
            assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(gzip.headers().firstValue("ETag"))
                    .isEqualTo(plain.headers().firstValue("ETag"));
            assertThat(gzip.body()).hasSizeLessThan(plain.body().length / 2);
            assertThat(unzipped(gzip)).isEqualTo(plain.body());

            HttpResponse<byte[]> known = send(server.request(null, read)
                    .header("Accept-Encoding", "gzip")
                    .header("If-None-Match", gzip.headers().firstValue("ETag").orElseThrow()));
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.body()).isEmpty();
        }
    }

    @Test
    void theHeadOfALargeAnswerMayBeAskedForCompressed() throws Exception {
        HttpResponse<byte[]> head =
                send(server.request(null, "/v1/shows/" + show + "/seats").HEAD().header("Accept-Encoding", "gzip"));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag"))
                .hasValue(server.get(null, "/v1/shows/" + show + "/seats").header("ETag"));
    }

    @Test
    void aShowIsNeverCompressedSoThatItsTagStaysStrong() throws Exception {
        String sections = IntStream.range(0, 100)
                .mapToObj("{\"name\": \"Section %d\", \"rows\": 1, \"seats_per_row\": 1}"::formatted)
                .collect(Collectors.joining(", "));
        Answer large = server.post(
                admin,
                "/v1/shows",
                RunningServer.showBody("Large", 1).replace("\"total_seats\": 1", "\"sections\": [" + sections + "]"));
        assertThat(large.status()).isEqualTo(201);

        HttpResponse<byte[]> answer =
                send(server.request(null, large.header("Location")).header("Accept-Encoding", "gzip"));

        assertThat(answer.body()).hasSizeGreaterThan(2048);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
    }

    @Test
    void bookingsAndProblemsAreCompressedWhenTheyAreLarge() throws Exception {
        String user = server.userToken("bob");
        for (int seat = 1; seat <= 10; seat++) {
            server.post(user, "/v1/shows/" + show + "/bookings", "{\"seats\": [%d]}".formatted(seat));
        }
        assertThat(encodingOf(server.request(user, "/v1/bookings?limit=1"))).isEmpty();
        assertThat(encodingOf(server.request(user, "/v1/bookings?limit=10"))).hasValue("gzip");

        String unknown = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> Integer.toString(2_000_000_000 + i))
                .collect(Collectors.joining(","));
        String invalid = IntStream.rangeClosed(1, 100).mapToObj(_ -> "0").collect(Collectors.joining(","));
        assertThat(encodingOf(booking(user, "51"))).isEmpty();
        assertThat(encodingOf(booking(user, unknown))).isEmpty();
        assertThat(encodingOf(booking(user, invalid))).hasValue("gzip");
    }

    private static HttpRequest.Builder booking(String user, String seats) {
        return server.request(user, "/v1/shows/" + show + "/bookings")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"seats\": [" + seats + "]}"));
    }

    private static Optional<String> encodingOf(HttpRequest.Builder request) throws Exception {
        HttpResponse<byte[]> answer = send(request.header("Accept-Encoding", "gzip"));
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return answer.headers().firstValue("Content-Encoding");
    }

    /** As it comes over the wire. */
    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static byte[] unzipped(HttpResponse<byte[]> answer) throws IOException {
        try (var body = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return body.readAllBytes();
        }
    }

    private static Answer ifNoneMatch(String path, String tags) {
        return server.send(server.request(null, path).header("If-None-Match", tags));
    }

    @Test
    void nobodyKeepsACopyOfABooking() {
        Answer booked = server.post(alice, "/v1/shows/" + show + "/bookings", "{\"seats\": [50], \"confirm\": false}");
        assertThat(booked.status()).isEqualTo(201);
        String booking = "/v1/bookings/" + booked.json().path("id").asString();

        assertNotKept(booked, 201);
        assertNotKept(server.get(alice, booking), 200);
        assertNotKept(server.get(alice, "/v1/bookings"), 200);
        assertNotKept(server.post(alice, booking + "/confirm"), 200);
        assertNotKept(server.post(alice, booking + "/cancel"), 200);
    }

    @Test
    void nobodyKeepsACopyOfAnError() {
        assertNotKept(server.get(null, "/v1/bookings"), 401);
        assertNotKept(server.get("garbage", "/v1/shows"), 401);
        assertNotKept(server.post(alice, "/v1/shows", "{}"), 403);
        assertNotKept(server.get(alice, "/v1/bookings/1"), 404);
        assertNotKept(server.get(null, "/v1/shows/1"), 404);
        assertNotKept(server.get(null, "/v1/shows/1/seats"), 404);
        assertNotKept(server.get(null, "/unknown"), 404);
        assertNotKept(server.get(null, "/v1/shows?limit=0"), 400);
        assertNotKept(server.get(alice, "/v1/bookings?cursor=x"), 400);
        assertNotKept(server.post(alice, "/v1/bookings", "{}"), 405);
        assertNotKept(server.send(server.request(alice, "/v1/bookings").header("Accept", "text/html")), 406);
        assertNotKept(server.post(alice, "/v1/shows/" + show + "/bookings", "{\"seats\": [51]}"), 422);
    }

    @ParameterizedTest
    @CsvSource({"GET /v1/bookings/[ HTTP/1.1, 400", "GET /v1/bookings HTTP/9.9, 505"})
    void norOfOneThatNeverReachesTheApplication(String requestLine, int status) throws IOException {
        try (var socket = new Socket("localhost", server.port())) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status).containsIgnoringCase("\r\nCache-Control: no-store\r\n");
        }
    }

    @Test
    void whatNothingIsSaidAboutIsNotKept() {
        assertNotKept(server.post(admin, "/v1/shows", RunningServer.showBody("Hamlet", 1)), 201);
        assertNotKept(server.post(null, "/local/tokens", "{\"user_id\": \"alice\"}"), 200);
        assertNotKept(server.get(null, "/actuator/health/liveness"), 200);
    }

    private static void assertNotKept(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.response().headers().allValues("Cache-Control")).containsExactly("no-store");
    }
}
