package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What admins and buyers do, over HTTP and with a real database. The sweeper sleeps, so that nothing rests on it. */
class BookingJourneyTest {
    private static RunningServer server;
    private static String admin;
    private static String alice;
    private static String bob;

    @BeforeAll
    static void start() {
        server = RunningServer.start("--booking.sweep-interval=1h");
        admin = server.adminToken();
        alice = server.userToken("alice");
        bob = server.userToken("bob");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aScheduledShowHasItsSeats() {
        Answer created = server.post(admin, "/v1/shows", """
                {"name": "Hamlet", "type": "SHOW", "start_time": "%s",
                 "sections": [{"name": "Stalls", "rows": 2, "seats_per_row": 3}, {"name": "Balcony", "rows": 1, "seats_per_row": 2}]}
                """.formatted(RunningServer.inDays(30)));

        assertThat(created.status()).isEqualTo(201);
        String id = created.json().path("id").asString();
        assertThat(created.header("Location")).isEqualTo("/v1/shows/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.json().path("total_seats").asInt()).isEqualTo(8);
        assertThat(created.json().path("hold_seconds").asInt()).isEqualTo(120);
        assertThat(created.json().path("status").asString()).isEqualTo("SCHEDULED");

        assertThat(server.get(null, "/v1/shows/" + id).json()).isEqualTo(created.json());
        assertThat(labels(server.get(null, "/v1/shows/" + id + "/seats")))
                .containsExactly(
                        "1 Stalls A-1 AVAILABLE",
                        "2 Stalls A-2 AVAILABLE",
                        "3 Stalls A-3 AVAILABLE",
                        "4 Stalls B-1 AVAILABLE",
                        "5 Stalls B-2 AVAILABLE",
                        "6 Stalls B-3 AVAILABLE",
                        "7 Balcony A-1 AVAILABLE",
                        "8 Balcony A-2 AVAILABLE");
    }

    @Test
    void aHundredThousandSeatsExistWhenTheAnswerIsSent() {
        String id = server.scheduleShow(100_000);

        assertThat(server.sql("SELECT count(*), min(number), max(number) FROM seats WHERE show_id = '" + id + "'"))
                .containsExactly("100000 1 100000");
    }

    @Test
    void seatsAreBookedInOneStep() {
        String show = server.scheduleShow(10);

        Answer booked = book(alice, show, "{\"seats\": [4, 3]}");

        assertThat(booked.status()).isEqualTo(201);
        String id = booked.json().path("id").asString();
        assertThat(booked.header("Location")).isEqualTo("/v1/bookings/" + id);
        assertThat(booked.header("Cache-Control")).isEqualTo("no-store");
        assertThat(booked.json().path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(booked.json().path("user_id").asString()).isEqualTo("alice");
        assertThat(booked.json().path("seats").toString()).isEqualTo("[3,4]");
        assertThat(booked.json().path("expires_at").isNull()).isTrue();
        assertThat(server.get(alice, "/v1/bookings/" + id).json()).isEqualTo(booked.json());
        assertThat(labels(server.get(null, "/v1/shows/" + show + "/seats")))
                .contains("2 MAIN A-2 AVAILABLE", "3 MAIN A-3 BOOKED", "4 MAIN A-4 BOOKED", "5 MAIN A-5 AVAILABLE");
    }

    @Test
    void allSeatsOrNoneAndEveryRefusedSeatIsNamed() {
        String show = server.scheduleShow(10);
        book(alice, show, "{\"seats\": [3]}");
        book(alice, show, "{\"seats\": [5], \"confirm\": false}");

        Answer refused = book(bob, show, "{\"seats\": [2, 3, 4, 5]}");

        assertThat(refused.problem()).isEqualTo("409 SEATS_UNAVAILABLE");
        assertThat(refused.json().path("seats").toString())
                .isEqualTo("[{\"number\":3,\"reason\":\"BOOKED\"},{\"number\":5,\"reason\":\"HELD\"}]");
        assertThat(book(bob, show, "{\"seats\": [2, 4]}").status()).isEqualTo(201);
    }

    @Test
    void aHoldIsConfirmedByItsOwnerAndConfirmingIsSafeToRepeat() {
        String show = server.scheduleShow(10);
        JsonNode hold =
                book(alice, show, "{\"seats\": [1, 2], \"confirm\": false}").json();
        String id = hold.path("id").asString();
        assertThat(hold.path("status").asString()).isEqualTo("PENDING");
        assertThat(hold.path("expires_at").asString()).isNotEmpty();

        assertThat(server.post(bob, "/v1/bookings/" + id + "/confirm").problem())
                .isEqualTo("404 BOOKING_NOT_FOUND");
        assertThat(server.post(admin, "/v1/bookings/" + id + "/confirm").problem())
                .isEqualTo("404 BOOKING_NOT_FOUND");
        Answer confirmed = server.post(alice, "/v1/bookings/" + id + "/confirm");

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.json().path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(server.post(alice, "/v1/bookings/" + id + "/confirm", "{}").json())
                .isEqualTo(confirmed.json());
        server.letHoldsRunOut();
        assertThat(book(bob, show, "{\"seats\": [1]}").problem()).isEqualTo("409 SEATS_UNAVAILABLE");
    }

    @Test
    void cancelledSeatsAreFreeAtOnceAndCancellingIsSafeToRepeat() {
        String show = server.scheduleShow(10);
        String id = book(alice, show, "{\"seats\": [1, 2]}").json().path("id").asString();

        assertThat(server.post(bob, "/v1/bookings/" + id + "/cancel").problem()).isEqualTo("404 BOOKING_NOT_FOUND");
        Answer cancelled = server.post(alice, "/v1/bookings/" + id + "/cancel");

        assertThat(cancelled.json().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.json().path("seats").toString()).isEqualTo("[1,2]");
        assertThat(book(bob, show, "{\"seats\": [1, 2]}").status()).isEqualTo(201);
        assertThat(server.post(alice, "/v1/bookings/" + id + "/cancel").json()).isEqualTo(cancelled.json());
        assertThat(server.post(alice, "/v1/bookings/" + id + "/confirm").problem())
                .isEqualTo("409 BOOKING_CANCELLED");
        Sweep.assertClean(server);
    }

    @Test
    void aHoldEndsByTheDatabasesClockThoughNoWorkerRuns() {
        String show = server.scheduleShow(10);
        String id = book(alice, show, "{\"seats\": [7], \"confirm\": false}")
                .json()
                .path("id")
                .asString();
        server.letHoldsRunOut();

        JsonNode expired = server.get(alice, "/v1/bookings/" + id).json();
        assertThat(expired.path("status").asString()).isEqualTo("FAILED");
        assertThat(expired.path("failure_reason").asString()).isEqualTo("EXPIRED");
        assertThat(labels(server.get(null, "/v1/shows/" + show + "/seats"))).contains("7 MAIN A-7 AVAILABLE");
        assertThat(ids(server.get(alice, "/v1/bookings?status=FAILED&limit=100")))
                .contains(id);
        assertThat(ids(server.get(alice, "/v1/bookings?status=PENDING&limit=100")))
                .doesNotContain(id);
        assertThat(book(bob, show, "{\"seats\": [7]}").status()).isEqualTo(201);
        Answer late = server.post(alice, "/v1/bookings/" + id + "/confirm");
        assertThat(late.problem()).isEqualTo("409 BOOKING_EXPIRED");
        assertThat(late.json().path("seats").toString()).isEqualTo("[{\"number\":7,\"reason\":\"BOOKED\"}]");
        Sweep.assertClean(server);
    }

    @Test
    void aHoldThatRanOutIsConfirmedWhileItsSeatsAreFree() {
        String show = server.scheduleShow(10);
        String id = book(alice, show, "{\"seats\": [7, 8], \"confirm\": false}")
                .json()
                .path("id")
                .asString();
        server.letHoldsRunOut();

        JsonNode confirmed =
                server.post(alice, "/v1/bookings/" + id + "/confirm").json();

        assertThat(confirmed.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.path("failure_reason").isNull()).isTrue();
        assertThat(book(bob, show, "{\"seats\": [8]}").problem()).isEqualTo("409 SEATS_UNAVAILABLE");
        Sweep.assertClean(server);
    }

    @Test
    void aUserSeesTheirOwnBookingsAndAnAdminSeesAll() {
        String show = server.scheduleShow(10);
        String id = book(alice, show, "{\"seats\": [1]}").json().path("id").asString();

        assertThat(server.get(bob, "/v1/bookings/" + id).problem()).isEqualTo("404 BOOKING_NOT_FOUND");
        assertThat(server.get(admin, "/v1/bookings/" + id).status()).isEqualTo(200);
        assertThat(ids(server.get(bob, "/v1/bookings?limit=100"))).doesNotContain(id);
        assertThat(ids(server.get(admin, "/v1/bookings?limit=100"))).doesNotContain(id);
    }

    @Test
    void bookingsComeInPagesNewestFirst() {
        String carol = server.userToken("carol");
        String show = server.scheduleShow(10);
        var made = new ArrayList<String>();
        for (int seat = 1; seat <= 5; seat++) {
            made.addFirst(book(carol, show, "{\"seats\": [%d]}".formatted(seat))
                    .json()
                    .path("id")
                    .asString());
        }

        Answer first = server.get(carol, "/v1/bookings?limit=2");
        book(carol, show, "{\"seats\": [6]}");
        Answer second = server.get(carol, "/v1/bookings?limit=2&cursor=" + next(first));
        Answer third = server.get(carol, "/v1/bookings?limit=2&cursor=" + next(second));

        var seen = new ArrayList<>(ids(first));
        seen.addAll(ids(second));
        seen.addAll(ids(third));
        assertThat(seen).isEqualTo(made);
        assertThat(third.json().path("next").isNull()).isTrue();
        assertThat(server.get(null, "/v1/shows?cursor=" + next(first)).problem())
                .isEqualTo("400 VALIDATION_FAILED");
    }

    @Test
    void showsComeInPagesByStartAndAreFoundByTypeNameAndTime() {
        // Read off the clock once: a second may pass between two shows.
        var starts = List.of(RunningServer.inDays(61), RunningServer.inDays(62), RunningServer.inDays(63));
        var made = new ArrayList<String>();
        for (int day = 1; day <= 3; day++) {
            made.add(server.post(admin, "/v1/shows", """
                            {"name": "Night 100%% train %d", "type": "TRIP", "start_time": "%s", "total_seats": 1}
                            """.formatted(day, starts.get(day - 1)))
                    .json()
                    .path("id")
                    .asString());
        }

        Answer first = server.get(null, "/v1/shows?type=TRIP&limit=2");
        Answer second = server.get(null, "/v1/shows?type=TRIP&limit=2&cursor=" + next(first));

        assertThat(ids(first)).isEqualTo(made.subList(0, 2));
        assertThat(ids(second)).isEqualTo(made.subList(2, 3));
        assertThat(ids(server.get(null, "/v1/shows?q=night%20100%25%20TRAIN&limit=100")))
                .isEqualTo(made);
        assertThat(ids(server.get(null, "/v1/shows?q=night%20_&limit=100"))).isEmpty();
        assertThat(ids(server.get(null, "/v1/shows?type=TRIP&from=%s&to=%s".formatted(starts.get(1), starts.get(2)))))
                .isEqualTo(made.subList(1, 2));
    }

    @Test
    void seatsAreSoldInTheSalesWindowAlone() {
        String early = server.post(admin, "/v1/shows", """
                        {"name": "Early", "type": "SHOW", "start_time": "%s", "total_seats": 5, "sales_open_at": "%s"}
                        """.formatted(RunningServer.inDays(30), RunningServer.inDays(1)))
                .json()
                .path("id")
                .asString();
        String over = server.scheduleShow(5);
        server.execute(
                "UPDATE shows SET start_time = clock_timestamp() - interval '1 second' WHERE id = '" + over + "'");

        assertThat(book(alice, early, "{\"seats\": [1]}").problem()).isEqualTo("409 SALES_NOT_OPEN");
        assertThat(book(alice, over, "{\"seats\": [1]}").problem()).isEqualTo("409 SALES_CLOSED");
    }

    @Test
    void aSeatThatARivalIsTakingIsContestedAndNobodyWaits() throws Exception {
        String show = server.scheduleShow(5);
        try (var rival = server.openTransaction()) {
            rival.execute("SELECT 1 FROM seats WHERE show_id = '" + show + "' AND number = 2 FOR UPDATE");

            Answer refused = book(alice, show, "{\"seats\": [1, 2]}");

            assertThat(refused.problem()).isEqualTo("409 SEATS_UNAVAILABLE");
            assertThat(refused.json().path("seats").toString()).isEqualTo("[{\"number\":2,\"reason\":\"CONTESTED\"}]");
            assertThat(book(bob, show, "{\"seats\": [3]}").status()).isEqualTo(201);
        }
        assertThat(book(alice, show, "{\"seats\": [1, 2]}").status()).isEqualTo(201);
    }

    private static Answer book(String token, String show, String body) {
        return server.post(token, "/v1/shows/" + show + "/bookings", body);
    }

    private static String next(Answer page) {
        return page.json().path("next").asString();
    }

    private static List<String> ids(Answer page) {
        return page.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static List<String> labels(Answer seatMap) {
        return seatMap.json()
                .path("seats")
                .valueStream()
                .map(seat -> String.join(
                        " ",
                        seat.path("number").toString(),
                        seat.path("label").asString(),
                        seat.path("status").asString()))
                .toList();
    }
}
