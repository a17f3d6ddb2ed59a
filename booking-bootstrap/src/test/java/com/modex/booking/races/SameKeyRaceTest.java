package com.modex.booking.races;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer;
import com.modex.booking.journey.RunningServer.Answer;
import com.modex.booking.journey.Sweep;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One key, at once: sent twice, sent with another body, and sent by another user. */
class SameKeyRaceTest {
    private static final int RACES = 60;
    private static final int EACH = 3;

    @Test
    void oneBodyBooksTheOtherIsRefusedAndAnotherUserIsIndependent() throws Exception {
        try (var server = RunningServer.start("--booking.sweep-interval=1h")) {
            String alice = server.userToken("alice");
            String bob = server.userToken("bob");
            String path = "/v1/shows/" + server.scheduleShow(3 * RACES) + "/bookings";

            for (int race = 0; race < RACES; race++) {
                String key = "key-" + race;
                int seat = 3 * race + 1;
                List<Answer> answers = AtOnce.run(3 * EACH, caller -> switch (caller % 3) {
                    case 0 -> keyed(server, alice, path, key, "{\"seats\": [" + seat + "]}");
                    case 1 -> keyed(server, alice, path, key, "{\"seats\": [" + (seat + 1) + "]}");
                    default -> keyed(server, bob, path, key, "{\"seats\": [" + (seat + 2) + "]}");
                });

                List<List<String>> ends = List.of(ends(answers, 0), ends(answers, 1), ends(answers, 2));
                assertThat(ends.get(2))
                        .as("another user's")
                        .hasSize(EACH)
                        .containsOnly(ends.get(2).getFirst());
                assertThat(ends.get(2).getFirst()).startsWith("201 ");
                boolean firstWon = ends.get(0).getFirst().startsWith("201 ");
                List<String> winners = ends.get(firstWon ? 0 : 1);
                List<String> losers = ends.get(firstWon ? 1 : 0);
                assertThat(winners).as("the body that was first").containsOnly(winners.getFirst());
                assertThat(winners.getFirst()).startsWith("201 ");
                assertThat(losers).as("the other body").containsOnly("422 IDEMPOTENCY_KEY_REUSED");
                assertThat(answers)
                        .as("whose booking is new")
                        .filteredOn(answer -> answer.status() == 201
                                && answer.header("Idempotency-Replayed").isEmpty())
                        .hasSize(2);
            }

            assertThat(server.sql("SELECT user_id, count(*), sum(cardinality(seats)) FROM bookings GROUP BY user_id"))
                    .containsExactlyInAnyOrder("alice " + RACES + " " + RACES, "bob " + RACES + " " + RACES);
            Sweep.assertClean(server);
        }
    }

    private static List<String> ends(List<Answer> answers, int which) {
        return IntStream.range(0, answers.size())
                .filter(caller -> caller % 3 == which)
                .mapToObj(answers::get)
                .map(answer -> answer.status() == 201
                        ? "201 " + answer.json().path("id").asString()
                        : answer.problem())
                .toList();
    }

    private static Answer keyed(RunningServer server, String token, String path, String key, String body) {
        return server.send(server.request(token, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
