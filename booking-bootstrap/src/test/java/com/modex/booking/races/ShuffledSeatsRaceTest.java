package com.modex.booking.races;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer;
import com.modex.booking.journey.RunningServer.Answer;
import com.modex.booking.journey.Sweep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever locks seats is done to overlapping seats in no order: sales are in {@code StampedeTest}, all else is here. */
class ShuffledSeatsRaceTest {
    private static final int CALLERS = 24;
    private static final int ROUNDS = 30;
    private static final int SEATS = 16;
    private static final int MOST_AT_ONCE = 6;

    /** Less than is asked for at once, so that somebody meets it however the race goes. */
    private static final int LIMIT = 5;

    private static final long SEED = 20_261_125;

    /** Waits for nobody, so that no deadlock is of its making; it leaves out what others are busy with. */
    private static final String LET_HOLDS_RUN_OUT = """
            WITH held AS MATERIALIZED (
                SELECT booking_id FROM seats WHERE held_until > clock_timestamp() FOR UPDATE SKIP LOCKED
            ), whole AS MATERIALIZED (
                SELECT id FROM bookings
                WHERE status = 'PENDING' AND cardinality(seats) = (SELECT count(*) FROM held WHERE booking_id = id)
                FOR UPDATE SKIP LOCKED
            ), ended AS (
                UPDATE bookings SET expires_at = clock_timestamp() - interval '1 second'
                WHERE id IN (SELECT id FROM whole)
            )
            UPDATE seats SET held_until = clock_timestamp() - interval '1 second'
            WHERE booking_id IN (SELECT id FROM whole)
            """;

    /** Anything else would be a deadlock that somebody had to give way in, or a lock that nobody gave back. */
    private static final Set<String> ALLOWED = Set.of(
            "200",
            "201",
            "409 SEATS_UNAVAILABLE",
            "409 NOT_ENOUGH_SEATS",
            "409 SEAT_LIMIT_EXCEEDED",
            "409 BOOKING_EXPIRED",
            "409 BOOKING_NOT_PENDING",
            "409 BOOKING_CANCELLED",
            "409 SHOW_CANCELLED");

    @Test
    void nobodyDeadlocks() throws Exception {
        try (var server = RunningServer.start("--booking.sweep-interval=50ms")) {
            String admin = server.adminToken();
            List<String> shows =
                    List.of(show(server, admin, ""), show(server, admin, ", \"max_seats_per_user\": " + LIMIT));
            List<String> users = IntStream.range(0, CALLERS / 3)
                    .mapToObj(user -> server.userToken("user-" + user))
                    .toList();
            Set<String> seen = ConcurrentHashMap.newKeySet();

            AtOnce.run(CALLERS, caller -> {
                var random = new Random(SEED + caller);
                var own = new ArrayList<String>();
                for (int round = 0; round < ROUNDS; round++) {
                    String show = shows.get(random.nextInt(shows.size()));
                    String user = users.get(caller % users.size());
                    seen.add(next(server, admin, show, user, own, random)
                            .problem()
                            .strip());
                    if (caller == 0 && round % 4 == 0) {
                        server.execute(LET_HOLDS_RUN_OUT);
                    }
                }
                return caller;
            });
            AtOnce.run(CALLERS, caller -> {
                String show = shows.get(caller % shows.size());
                Answer answer = caller < shows.size()
                        ? server.post(admin, "/v1/shows/" + show + "/cancel")
                        : book(server, users.get(caller % users.size()), show, new Random(SEED - caller));
                return seen.add(answer.problem().strip());
            });

            assertThat(seen)
                    .isSubsetOf(ALLOWED)
                    .contains("200", "201", "409 SEATS_UNAVAILABLE", "409 SEAT_LIMIT_EXCEEDED");
            assertThat(server.sql("SELECT count(*) FROM seats WHERE booking_id IS NOT NULL"))
                    .containsExactly("0");
            Sweep.assertClean(server);
        }
    }

    private static String show(RunningServer server, String admin, String more) {
        String body = RunningServer.showBody("Crowded", SEATS);
        return server.post(admin, "/v1/shows", body.substring(0, body.length() - 1) + more + "}")
                .json()
                .path("id")
                .asString();
    }

    private static Answer next(
            RunningServer server, String admin, String show, String user, List<String> own, Random random) {
        int what = random.nextInt(12);
        if (what < 4) {
            // They wait for their seats, as sales do not: who waited in no order would deadlock here.
            return server.post(
                    admin,
                    "/v1/shows/" + show + "/seats/" + (random.nextInt(4) == 0 ? "block" : "unblock"),
                    "{\"seats\": " + shuffledSeats(random) + "}");
        }
        if (what < 7 || own.isEmpty()) {
            Answer answer = book(server, user, show, random);
            if (answer.status() == 201) {
                own.add(answer.json().path("id").asString());
            }
            return answer;
        }
        String booking = "/v1/bookings/" + own.get(random.nextInt(own.size()));
        return switch (what) {
            case 7 -> server.post(user, booking + "/confirm");
            case 8 -> server.post(user, booking + "/extend");
            case 9 -> {
                Answer now = server.get(user, booking);
                yield server.post(
                        user,
                        booking + "/cancel",
                        "{\"seats\": [" + now.json().path("seats").path(0) + "]}");
            }
            default -> server.post(user, booking + "/cancel");
        };
    }

    private static Answer book(RunningServer server, String user, String show, Random random) {
        String wish = random.nextInt(4) == 0
                ? "\"quantity\": " + (1 + random.nextInt(4)) + ", \"allow_split\": true"
                : "\"seats\": " + shuffledSeats(random);
        return server.post(
                user, "/v1/shows/" + show + "/bookings", "{" + wish + ", \"confirm\": " + random.nextBoolean() + "}");
    }

    private static List<Integer> shuffledSeats(Random random) {
        var seats = new ArrayList<>(IntStream.rangeClosed(1, SEATS).boxed().toList());
        Collections.shuffle(seats, random);
        return List.copyOf(seats.subList(0, 1 + random.nextInt(MOST_AT_ONCE)));
    }
}
