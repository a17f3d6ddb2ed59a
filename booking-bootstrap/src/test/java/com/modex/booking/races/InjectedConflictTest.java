package com.modex.booking.races;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer;
import com.modex.booking.journey.RunningServer.Answer;
import com.modex.booking.journey.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL refuses to go on, as it does when transactions are in each other's way: by triggers and by a real lock. */
class InjectedConflictTest {
    /** More than five tries with their pauses take, and more than twice the time that is waited for a lock. */
    private static final Duration BOUND = Duration.ofSeconds(10);

    private static final long WITHOUT_END = 1_000_000;
    private static final long SEED = 20_261_125;

    private static RunningServer server;
    private static String admin;
    private static String alice;

    /** When the conflict comes to light. */
    private enum Moment {
        STATEMENT(
                "CREATE TRIGGER conflict AFTER UPDATE ON seats FOR EACH STATEMENT EXECUTE FUNCTION conflict('%s', '%d')"),
        COMMIT("CREATE CONSTRAINT TRIGGER conflict AFTER UPDATE ON seats DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
                + " EXECUTE FUNCTION conflict('%s', '%d')");

        private final String trigger;

        Moment(String trigger) {
            this.trigger = trigger;
        }
    }

    /** Everything that writes seats, of a show with two seats of which the first is held. */
    private enum Deed {
        BOOK(201),
        BOOK_THE_BEST(201),
        CONFIRM(200),
        EXTEND(200),
        CANCEL(200),
        BLOCK(200),
        CANCEL_SHOW(200);

        private final int success;

        Deed(int success) {
            this.success = success;
        }

        Answer on(String show, String hold) {
            String ofShow = "/v1/shows/" + show;
            String ofHold = "/v1/bookings/" + hold;
            return switch (this) {
                case BOOK -> server.post(alice, ofShow + "/bookings", "{\"seats\": [2]}");
                case BOOK_THE_BEST -> server.post(alice, ofShow + "/bookings", "{\"quantity\": 1}");
                case CONFIRM -> server.post(alice, ofHold + "/confirm");
                case EXTEND -> server.post(alice, ofHold + "/extend");
                case CANCEL -> server.post(alice, ofHold + "/cancel");
                case BLOCK -> server.post(admin, ofShow + "/seats/block", "{\"seats\": [2]}");
                case CANCEL_SHOW -> server.post(admin, ofShow + "/cancel");
            };
        }
    }

    @BeforeAll
    static void start() {
        server = RunningServer.start("--booking.sweep-interval=1h");
        admin = server.adminToken();
        alice = server.userToken("alice");
        // A sequence counts the tries: it does not roll back.
        server.execute("CREATE SEQUENCE tries");
        server.execute("""
                CREATE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF nextval('tries') <= TG_ARGV[1]::bigint THEN
                        RAISE EXCEPTION 'injected' USING ERRCODE = TG_ARGV[0];
                    END IF;
                    RETURN NULL;
                END $$
                """);
        server.execute("""
                CREATE FUNCTION any_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF random() < 0.7 THEN
                        RAISE EXCEPTION 'injected'
                            USING ERRCODE = (ARRAY['40001', '40P01', '55P03'])[1 + floor(random() * 3)::int];
                    END IF;
                    RETURN NULL;
                END $$
                """);
    }

    @AfterEach
    void letGo() {
        server.execute("DROP TRIGGER IF EXISTS conflict ON seats");
        Sweep.assertClean(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"40001, 5", "40P01, 5", "55P03, 2"})
    void theLastTrySucceedsAsIfNothingHadBeen(String sqlState, int mostTries) {
        for (Moment moment : Moment.values()) {
            for (Deed deed : Deed.values()) {
                String show = server.scheduleShow(2);
                String hold = hold(show);
                inject(moment, sqlState, mostTries - 1);

                Answer answer = deed.on(show, hold);

                assertThat(answer.status()).as("%s, %s", moment, deed).isEqualTo(deed.success);
                assertThat(tries()).as("%s, %s", moment, deed).isEqualTo(mostTries);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"40001, 5", "40P01, 5", "55P03, 2"})
    void afterSoManyTriesTheClientIsToldToComeBackAndNothingHasChanged(String sqlState, int mostTries) {
        for (Moment moment : Moment.values()) {
            for (Deed deed : Deed.values()) {
                String show = server.scheduleShow(2);
                String hold = hold(show);
                List<String> before = stored(show);
                inject(moment, sqlState, WITHOUT_END);
                Instant start = Instant.now();

                Answer answer = deed.on(show, hold);

                assertThat(answer.problem()).as("%s, %s", moment, deed).isEqualTo("503 UNAVAILABLE");
                assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
                assertThat(Duration.between(start, Instant.now())).isLessThan(BOUND);
                assertThat(tries()).as("%s, %s", moment, deed).isEqualTo(mostTries);
                assertThat(stored(show)).as("%s, %s", moment, deed).isEqualTo(before);
            }
        }
    }

    @Test
    void whoeverWaitsForALockThatIsNotGivenBackIsToldToComeBack() throws Exception {
        String show = server.scheduleShow(2);
        String hold = hold(show);
        List<String> before = stored(show);
        List<Deed> waiting = List.of(Deed.CONFIRM, Deed.EXTEND, Deed.CANCEL, Deed.BLOCK, Deed.CANCEL_SHOW);
        try (var rival = server.openTransaction()) {
            rival.execute("SELECT 1 FROM seats WHERE show_id = '" + show + "' FOR UPDATE");
            Instant start = Instant.now();

            List<Answer> answers =
                    AtOnce.run(waiting.size(), caller -> waiting.get(caller).on(show, hold));

            assertThat(answers).extracting(Answer::problem).containsOnly("503 UNAVAILABLE");
            assertThat(answers)
                    .extracting(answer -> answer.header("Retry-After"))
                    .doesNotContain("");
            assertThat(Duration.between(start, Instant.now())).isLessThan(BOUND);
        }
        assertThat(stored(show)).isEqualTo(before);
        assertThat(Deed.CONFIRM.on(show, hold).status()).isEqualTo(200);
    }

    @Test
    void aCrowdAmidConflictsIsAnsweredAndEveryPromiseIsKept() throws Exception {
        int seats = 12;
        String show = server.scheduleShow(seats);
        inject("CREATE TRIGGER conflict AFTER UPDATE ON seats FOR EACH STATEMENT EXECUTE FUNCTION any_conflict()");
        Map<String, String> promised = new ConcurrentHashMap<>();
        Set<String> seen = ConcurrentHashMap.newKeySet();

        AtOnce.run(16, caller -> {
            var random = new Random(SEED + caller);
            String token = server.userToken("caller-" + caller);
            for (int round = 0; round < 20; round++) {
                var wanted =
                        new ArrayList<>(IntStream.rangeClosed(1, seats).boxed().toList());
                Collections.shuffle(wanted, random);
                Answer booked = server.post(
                        token,
                        "/v1/shows/" + show + "/bookings",
                        "{\"seats\": " + wanted.subList(0, 2) + ", \"confirm\": " + random.nextBoolean() + "}");
                seen.add(booked.problem().strip());
                if (booked.status() == 201) {
                    String id = booked.json().path("id").asString();
                    promised.put(id, booked.json().path("status").asString());
                    Answer changed = server.post(
                            token, "/v1/bookings/" + id + (random.nextInt(3) == 0 ? "/confirm" : "/cancel"));
                    seen.add(changed.problem().strip());
                    if (changed.status() == 200) {
                        promised.put(id, changed.json().path("status").asString());
                    }
                }
            }
            return caller;
        });

        assertThat(seen)
                .isSubsetOf("200", "201", "409 SEATS_UNAVAILABLE", "503 UNAVAILABLE")
                .contains("200", "201", "503 UNAVAILABLE");
        assertThat(server.sql("SELECT id, status FROM bookings WHERE show_id = '" + show + "'"))
                .containsExactlyInAnyOrderElementsOf(promised.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }

    private static String hold(String show) {
        server.execute("DROP TRIGGER IF EXISTS conflict ON seats");
        return server.post(alice, "/v1/shows/" + show + "/bookings", "{\"seats\": [1], \"confirm\": false}")
                .json()
                .path("id")
                .asString();
    }

    private static void inject(Moment moment, String sqlState, long conflicts) {
        server.sql("SELECT setval('tries', 1, false)");
        inject(moment.trigger.formatted(sqlState, conflicts));
    }

    private static void inject(String trigger) {
        server.execute("DROP TRIGGER IF EXISTS conflict ON seats");
        server.execute(trigger);
    }

    private static long tries() {
        return Long.parseLong(server.sql("SELECT last_value FROM tries").getFirst());
    }

    private static List<String> stored(String show) {
        var rows = new ArrayList<>(server.sql("SELECT * FROM bookings WHERE show_id = '" + show + "' ORDER BY id"));
        rows.addAll(server.sql("SELECT * FROM seats WHERE show_id = '" + show + "' ORDER BY number"));
        rows.addAll(server.sql("SELECT status, version FROM shows WHERE id = '" + show + "'"));
        return rows;
    }
}
