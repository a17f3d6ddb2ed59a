package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The best seats, holds that last longer, parts given back, limits, and requests that are sent twice. */
class BuyersJourneyTest {
    private static RunningServer server;
    private static String alice;
    private static String bob;

    @BeforeAll
    static void start() {
        server = RunningServer.start("--booking.sweep-interval=1h", "--booking.rate-limit=off");
        alice = server.userToken("alice");
        bob = server.userToken("bob");
    }

    @AfterAll
    static void stop() {
        Sweep.assertClean(server);
        server.close();
    }

    @Test
    void theBestSeatsAreChosen() {
        String show = server.scheduleShow(20);

        assertThat(seats(book(alice, show, "{\"quantity\": 2}"))).isEqualTo("[5,6]");
        assertThat(seats(book(alice, show, "{\"quantity\": 2, \"confirm\": false}")))
                .isEqualTo("[3,4]");
        assertThat(seats(book(alice, show, "{\"quantity\": 10}"))).isEqualTo("[11,12,13,14,15,16,17,18,19,20]");
    }

    @Test
    void nobodyHoldsMoreSeatsOfAShowThanTheServerAllows() {
        String show = server.scheduleShow(100);

        assertThat(book(alice, show, "{\"quantity\": 20, \"allow_split\": true, \"confirm\": false}")
                        .status())
                .isEqualTo(201);
        assertThat(book(alice, show, "{\"quantity\": 1, \"confirm\": false}").problem())
                .isEqualTo("409 SEAT_LIMIT_EXCEEDED");
        assertThat(book(alice, show, "{\"quantity\": 30, \"allow_split\": true}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void notEnoughSeatsSideBySideUnlessTheyMayBeSplit() {
        String show = server.scheduleShow(20);

        Answer refused = book(alice, show, "{\"quantity\": 12}");

        assertThat(refused.problem()).isEqualTo("409 NOT_ENOUGH_SEATS");
        assertThat(refused.json().path("alternatives").size()).isEqualTo(1);
        assertThat(book(alice, show, "{\"quantity\": 12, \"allow_split\": true}")
                        .status())
                .isEqualTo(201);
        assertThat(book(alice, show, "{\"quantity\": 9, \"allow_split\": true}").problem())
                .isEqualTo("409 NOT_ENOUGH_SEATS");
    }

    @Test
    void eitherSeatsOrAQuantity() {
        String show = server.scheduleShow(20);

        assertThat(book(alice, show, "{\"seats\": [1], \"quantity\": 1}").problem())
                .isEqualTo("400 VALIDATION_FAILED");
        assertThat(book(alice, show, "{\"seats\": [1], \"allow_split\": true}").problem())
                .isEqualTo("400 VALIDATION_FAILED");
        assertThat(book(alice, show, "{\"quantity\": 0}").problem()).isEqualTo("400 VALIDATION_FAILED");
        assertThat(book(alice, show, "{\"quantity\": 101}").problem()).isEqualTo("400 VALIDATION_FAILED");
    }

    @Test
    void threeHundredBuyersOfTwoAtOnceAllGetAPair() {
        String show = server.scheduleShow(600);

        List<Answer> answers = atOnce(300, _ -> book(alice, show, "{\"quantity\": 2}"));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(server.sql("SELECT count(*) FROM seats WHERE booking_id IS NULL AND show_id = '" + show + "'"))
                .containsExactly("0");
        assertThat(server.sql("SELECT count(*) FROM bookings WHERE show_id = '" + show
                        + "' AND (seats[2] <> seats[1] + 1 OR seats[1] % 10 = 0)"))
                .containsExactly("0");
    }

    @Test
    void aRefusalOffersAlternativesThatCanBeHad() {
        String show = server.scheduleShow(10);
        book(alice, show, "{\"seats\": [4]}");

        Answer refused = book(bob, show, "{\"seats\": [4, 5]}");

        assertThat(refused.problem()).isEqualTo("409 SEATS_UNAVAILABLE");
        assertThat(refused.json().path("seats").toString()).isEqualTo("[{\"number\":4,\"reason\":\"BOOKED\"}]");
        assertThat(refused.json().path("alternatives").size()).isEqualTo(3);
        for (var alternative : refused.json().path("alternatives")) {
            assertThat(book(bob, show, "{\"seats\": " + alternative + "}").status())
                    .isEqualTo(201);
        }
    }

    @Test
    void aHoldIsExtendedUntilItsLimit() {
        String show = server.scheduleShow(10);
        Answer hold = book(alice, show, "{\"seats\": [1], \"confirm\": false}");
        String id = hold.json().path("id").asString();

        Answer extended = server.post(alice, "/v1/bookings/" + id + "/extend");

        assertThat(extended.status()).isEqualTo(200);
        assertThat(extended.json().path("expires_at").asString())
                .isGreaterThan(hold.json().path("expires_at").asString());
        server.execute("UPDATE bookings SET created_at = created_at - interval '9 minutes' WHERE id = '" + id + "'");
        assertThat(server.post(alice, "/v1/bookings/" + id + "/extend").problem())
                .isEqualTo("409 EXTENSION_LIMIT_REACHED");
        assertThat(server.post(bob, "/v1/bookings/" + id + "/extend").problem()).isEqualTo("404 BOOKING_NOT_FOUND");
        server.post(alice, "/v1/bookings/" + id + "/confirm");
        assertThat(server.post(alice, "/v1/bookings/" + id + "/extend").problem())
                .isEqualTo("409 BOOKING_NOT_PENDING");
        server.post(alice, "/v1/bookings/" + id + "/cancel");
        assertThat(server.post(alice, "/v1/bookings/" + id + "/extend").problem())
                .isEqualTo("409 BOOKING_CANCELLED");
    }

    @Test
    void anExpiredHoldIsNotExtendedButConfirmedWhileItsSeatsAreFree() {
        String show = server.scheduleShow(10);
        String id = book(alice, show, "{\"seats\": [1, 2], \"confirm\": false}")
                .json()
                .path("id")
                .asString();
        String other = book(alice, show, "{\"seats\": [3], \"confirm\": false}")
                .json()
                .path("id")
                .asString();
        server.letHoldsRunOut();

        assertThat(server.post(alice, "/v1/bookings/" + id + "/extend").problem())
                .isEqualTo("409 BOOKING_EXPIRED");
        assertThat(server.post(alice, "/v1/bookings/" + other + "/confirm").status())
                .isEqualTo(200);
        book(bob, show, "{\"seats\": [2]}");
        Answer expired = server.post(alice, "/v1/bookings/" + id + "/confirm");
        assertThat(expired.problem()).isEqualTo("409 BOOKING_EXPIRED");
        assertThat(expired.json().path("seats").toString()).isEqualTo("[{\"number\":2,\"reason\":\"BOOKED\"}]");
        assertThat(expired.json().path("alternatives").size()).isEqualTo(3);
    }

    @Test
    void aPartIsGivenBackAndTheRestIsKept() {
        String show = server.scheduleShow(10);
        String id =
                book(alice, show, "{\"seats\": [1, 2, 3]}").json().path("id").asString();
        String path = "/v1/bookings/" + id + "/cancel";

        Answer part = server.post(alice, path, "{\"seats\": [2]}");

        assertThat(seats(part)).isEqualTo("[1,3]");
        assertThat(part.json().path("cancelled_seats").toString()).isEqualTo("[2]");
        assertThat(part.json().path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(server.post(alice, path, "{\"seats\": [2]}").json()).isEqualTo(part.json());
        assertThat(server.post(alice, path, "{\"seats\": [2, 4]}").problem()).isEqualTo("422 UNKNOWN_SEATS");
        assertThat(book(bob, show, "{\"seats\": [2]}").status()).isEqualTo(201);
        Answer rest = server.post(alice, path, "{\"seats\": [1, 3]}");
        assertThat(rest.json().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(seats(rest)).isEqualTo("[1,3]");
    }

    @Test
    void aUserHasNoMoreSeatsThanTheLimitThoughTwentyThreadsAsk() {
        String show = limitedShow(3);

        List<Answer> answers = atOnce(20, seat -> book(alice, show, "{\"seats\": [" + (seat + 1) + "]}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::problem)
                .containsOnly("409 SEAT_LIMIT_EXCEEDED");
        assertThat(book(bob, show, "{\"quantity\": 3}").status()).isEqualTo(201);
    }

    @Test
    void anExpiredHoldIsConfirmedOnlyWithinTheLimit() {
        String show = limitedShow(2);
        String id = book(alice, show, "{\"seats\": [1], \"confirm\": false}")
                .json()
                .path("id")
                .asString();
        server.letHoldsRunOut();
        book(alice, show, "{\"seats\": [2, 3]}");

        assertThat(server.post(alice, "/v1/bookings/" + id + "/confirm").problem())
                .isEqualTo("409 SEAT_LIMIT_EXCEEDED");
    }

    @Test
    void theSameRequestWithItsKeyIsOneBooking() {
        String show = server.scheduleShow(10);

        Answer first = keyed(alice, show, "abc", "{\"seats\": [1]}");
        // As if the first answer had been lost on the wire.
        Answer again = keyed(alice, show, "\"abc\"", "{ \"seats\" : [1] }");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.response().headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        assertThat(keyed(alice, show, "abc", "{\"seats\": [2]}").problem()).isEqualTo("422 IDEMPOTENCY_KEY_REUSED");
        assertThat(keyed(bob, show, "abc", "{\"seats\": [2]}").status()).isEqualTo(201);
        assertThat(keyed(alice, show, "k".repeat(256), "{\"seats\": [3]}").problem())
                .isEqualTo("400 VALIDATION_FAILED");
    }

    @Test
    void ofManyAtOnceWithOneKeyOneBooks() {
        String show = server.scheduleShow(10);

        List<Answer> answers = atOnce(20, _ -> keyed(alice, show, "abc", "{\"quantity\": 2}"));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.json().path("id").asString())
                .containsOnly(answers.getFirst().json().path("id").asString());
        assertThat(server.sql("SELECT count(*) FROM bookings WHERE show_id = '" + show + "'"))
                .containsExactly("1");
    }

    @Test
    void theSameShowIsScheduledOnce() {
        String admin = server.adminToken();
        String body = RunningServer.showBody("Once", 5);

        List<Answer> answers = atOnce(
                8,
                _ -> server.send(server.request(admin, "/v1/shows")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "once")
                        .POST(HttpRequest.BodyPublishers.ofString(body))));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(server.sql("SELECT count(*) FROM shows WHERE name = 'Once'")).containsExactly("1");
    }

    @Test
    void salesNotOpenAndSalesClosed() {
        String early = scheduled(", \"sales_open_at\": \"" + RunningServer.inDays(1) + "\"");
        String late = scheduled(", \"sales_close_at\": \"2020-01-01T00:00:00Z\"");

        assertThat(book(alice, early, "{\"seats\": [1]}").problem()).isEqualTo("409 SALES_NOT_OPEN");
        assertThat(book(alice, late, "{\"quantity\": 1}").problem()).isEqualTo("409 SALES_CLOSED");
    }

    private static <T> List<T> atOnce(int requests, IntFunction<T> request) {
        return IntStream.range(0, requests)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> request.apply(number), task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(answer -> answer.orTimeout(60, TimeUnit.SECONDS).join())
                .toList();
    }

    private static String limitedShow(int limit) {
        return scheduled(", \"max_seats_per_user\": " + limit);
    }

    private static String scheduled(String more) {
        String body = RunningServer.showBody("Hamlet", 30);
        return server.post(server.adminToken(), "/v1/shows", body.substring(0, body.length() - 1) + more + "}")
                .json()
                .path("id")
                .asString();
    }

    private static String seats(Answer booking) {
        return booking.json().path("seats").toString();
    }

    private static Answer book(String token, String show, String body) {
        return server.post(token, "/v1/shows/" + show + "/bookings", body);
    }

    private static Answer keyed(String token, String show, String key, String body) {
        return server.send(server.request(token, "/v1/shows/" + show + "/bookings")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
