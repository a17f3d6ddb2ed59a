package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More than the database can take: some are told to come back, at once, and the others are served as fast as ever. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OverloadJourneyTest {
    private static final int PLACES = 8;

    /** More than all places together, but not by much: as in production. */
    private static final int REQUESTS_AT_ONCE = 24;

    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** As somebody who waits for it sees it. */
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    private static final Duration LOAD = Duration.ofSeconds(4);
    private static final Executor CALLERS = task -> Thread.ofVirtual().start(task);

    private final RunningServer server = RunningServer.start(
            "--server.tomcat.threads.max=" + REQUESTS_AT_ONCE,
            "--booking.bulkhead.commands=" + PLACES,
            "--booking.bulkhead.reads=3",
            "--booking.bulkhead.bodies=" + PLACES,
            "--booking.bulkhead.bodies-of-one-caller=" + PLACES,
            "--booking.bulkhead.patience=" + PATIENCE.toMillis() + "ms");
    private final String buyer = server.userToken("buyer");
    private final String show = server.scheduleShow(20_000);
    private final AtomicInteger nextSeat = new AtomicInteger();

    @AfterEach
    void stop() {
        Sweep.assertClean(server);
        server.close();
    }

    @Test
    void atTwiceTheLoadAsManyAreServedAsBeforeAndReadsAndHealthStillAnswer() {
        server.execute("""
                CREATE FUNCTION take_your_time() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_sleep(0.05); RETURN NULL; END $$;
                CREATE TRIGGER slow AFTER INSERT ON bookings FOR EACH STATEMENT EXECUTE FUNCTION take_your_time()
                """);
        double best = closedLoop();

        var looking = new AtomicBoolean(true);
        var looks = CompletableFuture.supplyAsync(() -> lookAround(looking), CALLERS);
        List<Timed> answers = openLoop(2 * best);
        looking.set(false);

        assertThat(goodput(answers)).isGreaterThan(0.8 * best);
        List<Timed> refused =
                answers.stream().filter(timed -> timed.answer().status() != 201).toList();
        assertThat(refused).isNotEmpty().extracting(Timed::answer).allSatisfy(answer -> {
            assertThat(answer.problem()).isEqualTo("503 UNAVAILABLE");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        });
        assertThat(medianTime(refused)).isLessThan(AT_ONCE);
        assertThat(looks.orTimeout(30, TimeUnit.SECONDS).join())
                .hasSizeGreaterThan(20)
                .allSatisfy(took -> assertThat(took).isLessThan(Duration.ofSeconds(1)));
    }

    @Test
    void whileTheDatabaseStandsStillEverybodyIsToldAtOnceAndHealthAnswers() throws Exception {
        try (var rival = server.openTransaction()) {
            rival.execute("LOCK TABLE bookings IN ACCESS EXCLUSIVE MODE");
            var stuck = new ArrayList<CompletableFuture<Answer>>();
            for (int i = 0; i < PLACES; i++) {
                stuck.add(CompletableFuture.supplyAsync(this::book, CALLERS));
            }
            // Until nobody has come out for as long as patience lasts.
            long standstill = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (server.sql("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                    .isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(standstill);
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
            LockSupport.parkNanos(PATIENCE.multipliedBy(2).toNanos());

            for (int i = 0; i < 20; i++) {
                long start = System.nanoTime();
                assertThat(book().problem()).isEqualTo("503 UNAVAILABLE");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
                assertThat(server.get(null, "/actuator/health/liveness").status())
                        .isEqualTo(200);
            }
            rival.connection().rollback();
            assertThat(stuck)
                    .extracting(answer ->
                            answer.orTimeout(30, TimeUnit.SECONDS).join().status())
                    .allMatch(status -> status == 201 || status == 409 || status == 503);
        }

        assertThat(book().status()).isEqualTo(201);
    }

    /** As many callers as there are places, each with the next request as soon as the last is answered. */
    private double closedLoop() {
        long end = System.nanoTime() + LOAD.toNanos();
        var callers = new ArrayList<CompletableFuture<List<Timed>>>();
        for (int i = 0; i < PLACES; i++) {
            callers.add(CompletableFuture.supplyAsync(
                    () -> {
                        var answers = new ArrayList<Timed>();
                        while (System.nanoTime() < end) {
                            answers.add(timed(end));
                        }
                        return answers;
                    },
                    CALLERS));
        }
        List<Timed> answers = callers.stream()
                .map(caller -> caller.orTimeout(60, TimeUnit.SECONDS).join())
                .flatMap(Collection::stream)
                .toList();
        assertThat(answers).allMatch(timed -> timed.answer().status() == 201);
        return goodput(answers);
    }

    /** So many requests a second on schedule, whatever becomes of those before. */
    private List<Timed> openLoop(double perSecond) {
        int requests = (int) (perSecond * LOAD.toSeconds());
        long start = System.nanoTime();
        long end = start + LOAD.toNanos();
        var answers = new ArrayList<CompletableFuture<Timed>>();
        for (int i = 0; i < requests; i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            answers.add(CompletableFuture.supplyAsync(() -> timed(end), CALLERS));
        }
        return answers.stream()
                .map(answer -> answer.orTimeout(60, TimeUnit.SECONDS).join())
                .toList();
    }

    private static Duration medianTime(List<Timed> answers) {
        return answers.stream().map(Timed::took).sorted().toList().get(answers.size() / 2);
    }

    private Timed timed(long end) {
        long start = System.nanoTime();
        Answer answer = book();
        long answered = System.nanoTime();
        return new Timed(answer, Duration.ofNanos(answered - start), answered < end);
    }

    /** Bookings a second that were answered while the load lasted. */
    private static double goodput(List<Timed> answers) {
        return (double) answers.stream()
                        .filter(timed -> timed.inTime() && timed.answer().status() == 201)
                        .count()
                / LOAD.toSeconds();
    }

    private record Timed(Answer answer, Duration took, boolean inTime) {}

    private List<Duration> lookAround(AtomicBoolean looking) {
        var took = new ArrayList<Duration>();
        while (looking.get()) {
            for (String path : List.of("/v1/shows?limit=50", "/actuator/health/liveness")) {
                long start = System.nanoTime();
                assertThat(server.get(null, path).status()).isEqualTo(200);
                took.add(Duration.ofNanos(System.nanoTime() - start));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return took;
    }

    private Answer book() {
        return server.post(
                buyer, "/v1/shows/" + show + "/bookings", "{\"seats\": [%d]}".formatted(nextSeat.incrementAndGet()));
    }
}
