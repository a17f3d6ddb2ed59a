package com.modex.booking.races;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer;
import com.modex.booking.journey.RunningServer.Answer;
import com.modex.booking.journey.Sweep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A crowd wants one seat, and buyers of other shows do not notice. What they noticed of equal crowds that want a seat
 * each is what it is compared with: an idle machine would tell processors apart, and not seats. A first such crowd only
 * warms up the server.
 */
class HotSeatRaceTest {
    private static final Logger LOG = LoggerFactory.getLogger(HotSeatRaceTest.class);
    private static final int CROWD = 200;
    private static final int TRIES = 6;
    private static final int OTHERS = 8;
    private static final int CALM_CROWDS = 3;
    private static final long SEED = 20_261_125;
    /** Between two tries of one caller, so that the machine has some room left. */
    private static final int LONGEST_THOUGHT_MILLIS = 800;

    /** How many times what it was before the others' p99 may be. Whoever waits for the seat waits for seconds. */
    private static final int GENEROUSLY = 5;

    /** More callers than may be at the database at once: on a slow machine none of them may be sent away. */
    private static final String PATIENCE = "--booking.bulkhead.patience=60s";

    /** Below it p99 says more about the machine than about the server. */
    private static final Duration NOISE = Duration.ofMillis(100);

    @Test
    void oneGetsTheSeatAndTheBuyersOfOtherShowsDoNotNotice() throws Exception {
        try (var server = RunningServer.start(PATIENCE)) {
            List<String> tokens = IntStream.range(0, CROWD)
                    .mapToObj(caller -> server.userToken("caller-" + caller))
                    .toList();
            String hotShow = server.scheduleShow(10);
            String hot = "/v1/shows/" + hotShow + "/bookings";
            List<String> others = IntStream.range(0, OTHERS)
                    .mapToObj(_ -> "/v1/shows/" + server.scheduleShow(5_000) + "/bookings")
                    .toList();
            var nextSeats = new int[OTHERS];

            besideACalmCrowd(new Watch(server, tokens, others, nextSeats));
            var calm = new ArrayList<Duration>();
            for (int i = 0; i < CALM_CROWDS; i++) {
                var before = new Watch(server, tokens, others, nextSeats);
                besideACalmCrowd(before);
                calm.add(before.p99());
            }
            calm.sort(null);
            Duration before = calm.get(CALM_CROWDS / 2);

            var whileARivalTakesIt = new Watch(server, tokens, others, nextSeats);
            List<String> contested;
            try (var rival = server.openTransaction()) {
                rival.execute("SELECT 1 FROM seats WHERE show_id = '" + hotShow + "' AND number = 5 FOR UPDATE");
                contested = whileARivalTakesIt.during(
                        tries -> server.post(tokens.get(tries % CROWD), hot, "{\"seats\": [5]}"));
            }
            assertThat(contested).hasSize(CROWD * TRIES).containsOnly("409 SEATS_UNAVAILABLE");

            var whileItIsSold = new Watch(server, tokens, others, nextSeats);
            List<String> answers =
                    whileItIsSold.during(tries -> server.post(tokens.get(tries % CROWD), hot, "{\"seats\": [5]}"));
            assertThat(answers).hasSize(CROWD * TRIES).containsOnly("201", "409 SEATS_UNAVAILABLE");
            assertThat(answers).filteredOn("201"::equals).hasSize(1);

            LOG.info(
                    "p99 of bookings of other shows: {} beside crowds without a seat in common; {} (of {}) beside one on a"
                            + " seat that is locked, {} (of {}) beside one on a seat that is sold",
                    calm,
                    whileARivalTakesIt.p99(),
                    whileARivalTakesIt.samples(),
                    whileItIsSold.p99(),
                    whileItIsSold.samples());
            Duration most = (before.compareTo(NOISE) > 0 ? before : NOISE).multipliedBy(GENEROUSLY);
            assertThat(whileARivalTakesIt.p99()).isLessThan(most);
            assertThat(whileItIsSold.p99()).isLessThan(most);
            Sweep.assertClean(server);
        }
    }

    /** Each of whom wants a seat that nobody else wants. */
    private static void besideACalmCrowd(Watch watch) throws Exception {
        String show = "/v1/shows/" + watch.server.scheduleShow(CROWD * TRIES) + "/bookings";
        List<String> answers = watch.during(tries ->
                watch.server.post(watch.tokens.get(tries % CROWD), show, "{\"seats\": [" + (tries + 1) + "]}"));
        assertThat(answers).hasSize(CROWD * TRIES).containsOnly("201");
    }

    /** Buyers of other shows, and how long their bookings take while a crowd is there. */
    private static final class Watch {
        private final RunningServer server;
        private final List<String> tokens;
        private final List<String> others;
        private final int[] nextSeats;
        private final List<Duration> sorted = new ArrayList<>();

        Watch(RunningServer server, List<String> tokens, List<String> others, int[] nextSeats) {
            this.server = server;
            this.tokens = tokens;
            this.others = others;
            this.nextSeats = nextSeats;
        }

        /** What the crowd was answered. */
        List<String> during(IntFunction<Answer> request) throws Exception {
            var over = new AtomicBoolean();
            var watched = CompletableFuture.supplyAsync(
                    () -> bookOtherSeats(over), task -> Thread.ofVirtual().start(task));
            try {
                return AtOnce.run(CROWD, caller -> tries(caller, request)).stream()
                        .flatMap(List::stream)
                        .toList();
            } finally {
                over.set(true);
                sorted.addAll(watched.get(60, TimeUnit.SECONDS));
                sorted.sort(null);
            }
        }

        private List<Duration> bookOtherSeats(AtomicBoolean over) {
            List<Callable<List<Duration>>> buyers = IntStream.range(0, OTHERS)
                    .mapToObj(buyer -> (Callable<List<Duration>>) () -> {
                        var times = new ArrayList<Duration>();
                        while (!over.get()) {
                            long start = System.nanoTime();
                            Answer answer = server.post(
                                    tokens.get(buyer), others.get(buyer), "{\"seats\": [" + ++nextSeats[buyer] + "]}");
                            times.add(Duration.ofNanos(System.nanoTime() - start));
                            assertThat(answer.status()).isEqualTo(201);
                            TimeUnit.MILLISECONDS.sleep(20);
                        }
                        return times;
                    })
                    .toList();
            try {
                return AtOnce.run(buyers).stream().flatMap(List::stream).toList();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static List<String> tries(int caller, IntFunction<Answer> request) {
            var random = new Random(SEED + caller);
            var answers = new ArrayList<String>();
            for (int i = 0; i < TRIES; i++) {
                answers.add(request.apply(i * CROWD + caller).problem().strip());
                try {
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_THOUGHT_MILLIS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
            return answers;
        }

        int samples() {
            return sorted.size();
        }

        Duration p99() {
            return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
        }
    }
}
