package com.modex.booking.races;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer;
import com.modex.booking.journey.RunningServer.Answer;
import com.modex.booking.journey.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The owner of a hold that has run out confirms it at the very moment at which a rival books its seats. */
class LateConfirmRaceTest {
    private static final int RACES = 1_000;
    /** How many races are run side by side. */
    private static final int TRACKS = 4;

    private static final long SEED = 20_261_125;
    /** A confirmation takes longer than a booking to come to its locks; so that each is first now and then. */
    private static final int LONGEST_HEAD_START_NANOS = 4_000_000;

    @Test
    void exactlyOneOfOwnerAndRivalGetsTheSeats() throws Exception {
        try (var server = RunningServer.start("--booking.sweep-interval=100ms", "--booking.hold-limit=" + 2 * RACES)) {
            String owner = server.userToken("owner");
            String rival = server.userToken("rival");
            String path = "/v1/shows/" + server.scheduleShow(2 * RACES) + "/bookings";
            List<String> holds = AtOnce.run(
                            TRACKS,
                            track -> IntStream.range(0, RACES / TRACKS)
                                    .mapToObj(race -> hold(server, owner, path, race * TRACKS + track))
                                    .toList())
                    .stream()
                    .flatMap(List::stream)
                    .toList();
            server.letHoldsRunOut();

            List<List<String>> ends = AtOnce.run(TRACKS, track -> {
                var random = new Random(SEED + track);
                return IntStream.range(0, RACES / TRACKS)
                        .mapToObj(race -> race(
                                random.nextInt(LONGEST_HEAD_START_NANOS),
                                () -> server.post(
                                        owner,
                                        "/v1/bookings/" + holds.get(track * (RACES / TRACKS) + race) + "/confirm"),
                                () -> server.post(rival, path, "{\"seats\": " + seats(race * TRACKS + track) + "}")))
                        .toList();
            });

            List<String> all = ends.stream().flatMap(List::stream).toList();
            assertThat(all).hasSize(RACES).containsOnly("owner", "rival");
            assertThat(server.sql("SELECT count(*), sum(cardinality(seats)) FROM bookings WHERE status = 'CONFIRMED'"))
                    .containsExactly(RACES + " " + 2 * RACES);
            assertThat(server.sql("SELECT user_id, count(*) FROM bookings WHERE status = 'CONFIRMED' GROUP BY user_id"))
                    .containsExactlyInAnyOrder(
                            "owner " + all.stream().filter("owner"::equals).count(),
                            "rival " + all.stream().filter("rival"::equals).count());
            Sweep.assertClean(server);
        }
    }

    private static String hold(RunningServer server, String owner, String path, int race) {
        return server.post(owner, path, "{\"seats\": " + seats(race) + ", \"confirm\": false}")
                .json()
                .path("id")
                .asString();
    }

    private static List<Integer> seats(int race) {
        return race % 2 == 0 ? List.of(2 * race + 1, 2 * race + 2) : List.of(2 * race + 2, 2 * race + 1);
    }

    /** Who has won, or what is wrong. */
    private static String race(int ownersHeadStart, Callable<Answer> confirm, Callable<Answer> book) {
        var works = new ArrayList<Callable<Answer>>();
        works.add(confirm);
        works.add(() -> {
            LockSupport.parkNanos(ownersHeadStart);
            return book.call();
        });
        try {
            List<Answer> answers = AtOnce.run(works);
            String end = answers.getFirst().problem().strip() + ", "
                    + answers.getLast().problem().strip();
            return switch (end) {
                case "200, 409 SEATS_UNAVAILABLE" -> "owner";
                case "409 BOOKING_EXPIRED, 201" -> "rival";
                default -> end;
            };
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
