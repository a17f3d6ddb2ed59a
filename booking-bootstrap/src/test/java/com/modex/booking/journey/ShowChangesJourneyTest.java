package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an admin does to a show that is on sale. */
class ShowChangesJourneyTest {
    private static final int RACES = 1_000;

    private static RunningServer server;
    private static String admin;
    private static String alice;

    @BeforeAll
    static void start() {
        server = RunningServer.start("--booking.sweep-interval=1h", "--booking.rate-limit=off");
        admin = server.adminToken();
        alice = server.userToken("alice");
    }

    @AfterAll
    static void stop() {
        Sweep.assertClean(server);
        server.close();
    }

    @Test
    void everyFieldIsChangedAndTheTagIsNew() {
        String show = server.scheduleShow(20);
        var start = RunningServer.inDays(40);

        Answer changed = patch(show, "\"1\"", """
                {"name": "Macbeth", "start_time": "%s", "sales_open_at": "2020-01-01T00:00:00Z",
                 "sales_close_at": "%s", "max_seats_per_user": 4, "hold_seconds": 60, "total_seats": 25}
                """.formatted(start, start.minusSeconds(60)));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().path("name").asString()).isEqualTo("Macbeth");
        assertThat(changed.json().path("max_seats_per_user").asInt()).isEqualTo(4);
        assertThat(changed.json().path("hold_seconds").asInt()).isEqualTo(60);
        assertThat(changed.json().path("total_seats").asInt()).isEqualTo(25);
        assertThat(server.get(null, "/v1/shows/" + show).json()).isEqualTo(changed.json());
        assertThat(availability(show)).isEqualTo("25 0 0 0");
    }

    @Test
    void whatIsNullIsTakenAway() {
        String show = server.scheduleShow(20);
        patch(
                show,
                "*",
                "{\"max_seats_per_user\": 4, \"hold_seconds\": 60, \"sales_open_at\": \"2020-01-01T00:00:00Z\"}");

        Answer changed =
                patch(show, "*", "{\"max_seats_per_user\": null, \"hold_seconds\": null, \"sales_open_at\": null}");

        assertThat(changed.json().path("max_seats_per_user").isNull()).isTrue();
        assertThat(changed.json().path("sales_open_at").isNull()).isTrue();
        assertThat(changed.json().path("hold_seconds").asInt()).isEqualTo(120);
    }

    @Test
    void staleShow() {
        String show = server.scheduleShow(20);
        patch(show, "\"1\"", "{\"name\": \"Macbeth\"}");

        assertThat(patch(show, "\"1\"", "{\"total_seats\": 30}").problem()).isEqualTo("412 STALE_SHOW");
        assertThat(patch(show, "W/\"2\"", "{\"total_seats\": 30}").problem()).isEqualTo("412 STALE_SHOW");
        assertThat(patch(show, "\"1\", \"2\"", "{\"total_seats\": 30}").status())
                .isEqualTo(200);
    }

    @Test
    void preconditionRequired() {
        String show = server.scheduleShow(20);

        assertThat(patch(show, null, "{\"name\": \"Macbeth\"}").problem()).isEqualTo("428 PRECONDITION_REQUIRED");
        assertThat(patch(show, "1", "{\"name\": \"Macbeth\"}").problem()).isEqualTo("400 VALIDATION_FAILED");
    }

    @Test
    void aChangeThatBreaksARuleIsRefusedInItsPlaceAndChangesNothing() {
        String show = server.scheduleShow(20);

        assertThat(errors(patch(show, "*", "{\"name\": null, \"total_seats\": 0}")))
                .containsExactly("/name REQUIRED", "/total_seats OUT_OF_RANGE");
        assertThat(errors(patch(show, "*", "{\"total_seats\": 19}"))).containsExactly("/total_seats SEATS_REMOVED");
        assertThat(errors(patch(show, "*", "{\"start_time\": \"2020-01-01T00:00:00Z\"}")))
                .containsExactly("/start_time NOT_IN_FUTURE");
        assertThat(errors(patch(show, "*", "{\"sales_open_at\": \"2999-01-01T00:00:00Z\"}")))
                .containsExactly("/sales_close_at SALES_WINDOW_EMPTY");
        assertThat(errors(patch(show, "*", "{\"type\": \"TRIP\"}"))).containsExactly("/type UNKNOWN_FIELD");
        assertThat(errors(patch(show, "*", "{\"hold_seconds\": \"60\"}"))).containsExactly("/hold_seconds WRONG_TYPE");
        assertThat(server.get(null, "/v1/shows/" + show).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void seatsThatAreAddedToARunningShowAreSoldLikeTheOthers() {
        String show = server.scheduleShow(5);
        book(show, "{\"seats\": [5]}");

        patch(show, "*", "{\"total_seats\": 12}");

        assertThat(book(show, "{\"seats\": [6, 12]}").status()).isEqualTo(201);
        assertThat(availability(show)).isEqualTo("9 0 3 0");
        assertThat(server.get(null, "/v1/shows/" + show + "/seats")
                        .json()
                        .path("seats")
                        .path(11)
                        .path("label")
                        .asString())
                .isEqualTo("MAIN B-2");
    }

    @Test
    void houseSeatsAreBlockedAndUnblocked() {
        String show = server.scheduleShow(10);
        book(show, "{\"seats\": [3]}");

        Answer blocked = server.post(admin, "/v1/shows/" + show + "/seats/block", "{\"seats\": [1, 2]}");

        assertThat(blocked.status()).isEqualTo(200);
        assertThat(blocked.json().path("seats").findValuesAsString("status")).containsExactly("BLOCKED", "BLOCKED");
        assertThat(availability(show)).isEqualTo("7 0 1 2");
        assertThat(book(show, "{\"seats\": [2]}").json().path("seats").toString())
                .isEqualTo("[{\"number\":2,\"reason\":\"BLOCKED\"}]");
        Answer refused = server.post(admin, "/v1/shows/" + show + "/seats/block", "{\"seats\": [3, 4]}");
        assertThat(refused.problem()).isEqualTo("409 SEATS_UNAVAILABLE");
        assertThat(refused.json().path("seats").toString()).isEqualTo("[{\"number\":3,\"reason\":\"BOOKED\"}]");
        assertThat(server.post(admin, "/v1/shows/" + show + "/seats/block", "{\"seats\": [11]}")
                        .problem())
                .isEqualTo("422 UNKNOWN_SEATS");
        server.post(admin, "/v1/shows/" + show + "/seats/unblock", "{\"seats\": [1, 2, 3]}");
        assertThat(availability(show)).isEqualTo("9 0 1 0");
    }

    @Test
    void aCancelledShowHasNoLiveBookingAndIsNotSoldOrChanged() {
        String show = server.scheduleShow(10);
        String booking = book(show, "{\"seats\": [1]}").json().path("id").asString();
        String hold = book(show, "{\"seats\": [2], \"confirm\": false}")
                .json()
                .path("id")
                .asString();

        Answer cancelled = server.post(admin, "/v1/shows/" + show + "/cancel");

        assertThat(cancelled.json().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.header("ETag")).isEqualTo("\"2\"");
        assertThat(Stream.of(booking, hold)
                        .map(id -> server.get(alice, "/v1/bookings/" + id)
                                .json()
                                .path("status")
                                .asString()))
                .containsOnly("CANCELLED");
        assertThat(server.post(admin, "/v1/shows/" + show + "/cancel").json()).isEqualTo(cancelled.json());
        assertThat(book(show, "{\"seats\": [1]}").problem()).isEqualTo("409 SHOW_CANCELLED");
        assertThat(patch(show, "*", "{\"name\": \"Macbeth\"}").problem()).isEqualTo("409 SHOW_CANCELLED");
    }

    @Test
    void noLiveBookingIsLeftOfShowsThatAreCancelledWhileBuyersRace() {
        for (int race = 0; race < RACES; race++) {
            String show = server.scheduleShow(2);
            var racers = IntStream.range(0, 4)
                    .mapToObj(racer -> CompletableFuture.supplyAsync(
                            () -> racer == 1
                                    ? server.post(admin, "/v1/shows/" + show + "/cancel")
                                            .status()
                                    : book(show, "{\"seats\": [" + (racer % 2 + 1) + "]}")
                                            .status(),
                            task -> Thread.ofVirtual().start(task)))
                    .toList();
            racers.forEach(racer -> racer.orTimeout(30, TimeUnit.SECONDS).join());
        }

        assertThat(server.sql("SELECT count(*) FROM bookings JOIN shows ON shows.id = show_id"
                        + " WHERE shows.status = 'CANCELLED' AND bookings.status <> 'CANCELLED'"))
                .containsExactly("0");
    }

    @Test
    void anAdminListsTheBookingsOfAShowThoughSomeAreAdded() {
        String show = server.scheduleShow(10);
        for (int seat = 1; seat <= 3; seat++) {
            book(show, "{\"seats\": [" + seat + "]}");
        }
        String path = "/v1/shows/" + show + "/bookings?limit=2";

        Answer first = server.get(admin, path);
        book(show, "{\"seats\": [4]}");
        String cursor = first.json().path("next").asString();
        Answer second = server.get(admin, path + "&cursor=" + cursor);

        assertThat(seats(first)).containsExactly("[3]", "[2]");
        assertThat(seats(second)).containsExactly("[1]");
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(errors(server.get(admin, "/v1/shows/" + server.scheduleShow(1) + "/bookings?cursor=" + cursor)))
                .containsExactly("/cursor INVALID_CURSOR");
        assertThat(seats(server.get(admin, path + "&status=CANCELLED"))).isEmpty();
    }

    private static Stream<String> seats(Answer page) {
        return page.json()
                .path("items")
                .valueStream()
                .map(booking -> booking.path("seats").toString());
    }

    private static Stream<String> errors(Answer answer) {
        assertThat(answer.problem()).isEqualTo("400 VALIDATION_FAILED");
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString());
    }

    /** Available, held, booked, blocked. */
    private static String availability(String show) {
        var counted = server.get(null, "/v1/shows/" + show + "/availability").json();
        return "%d %d %d %d"
                .formatted(
                        counted.path("available").asInt(),
                        counted.path("held").asInt(),
                        counted.path("booked").asInt(),
                        counted.path("blocked").asInt());
    }

    private static Answer book(String show, String body) {
        return server.post(alice, "/v1/shows/" + show + "/bookings", body);
    }

    private static Answer patch(String show, @Nullable String ifMatch, String body) {
        var request = server.request(admin, "/v1/shows/" + show)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
        return server.send(ifMatch == null ? request : request.header("If-Match", ifMatch));
    }
}
