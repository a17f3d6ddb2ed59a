package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Everybody wants the same house at once. */
class StampedeTest {
    private static final int SEATS = 500;
    private static final int BUYERS = 2_000;
    private static final int THREADS = 64;
    private static final int TRIES = 4;
    private static final long SEED = 20_261_125;

    @Test
    void noSeatIsSoldTwiceAndEveryPromiseIsKept() throws Exception {
        try (var server = RunningServer.start()) {
            String show = server.scheduleShow(SEATS);
            String path = "/v1/shows/" + show + "/bookings";
            List<String> tokens = tokens(server);
            Map<String, List<Integer>> promised = new ConcurrentHashMap<>();
            Set<String> otherAnswers = ConcurrentHashMap.newKeySet();

            try (var buyers = Executors.newFixedThreadPool(THREADS)) {
                var all = new ArrayList<Future<?>>();
                for (int i = 0; i < BUYERS; i++) {
                    String token = tokens.get(i % tokens.size());
                    List<List<Integer>> wishes = wishes(new Random(SEED + i));
                    all.add(buyers.submit(() -> {
                        for (List<Integer> wish : wishes) {
                            Answer answer = server.post(token, path, "{\"seats\": " + wish + "}");
                            if (answer.status() == 201) {
                                promised.put(answer.json().path("id").asString(), wish);
                                return;
                            }
                            if (!answer.problem().equals("409 SEATS_UNAVAILABLE")) {
                                otherAnswers.add(answer.problem());
                            }
                        }
                    }));
                }
                join(all);
            }

            assertThat(otherAnswers).isEmpty();
            // Pairs leave gaps; whoever comes for those gets them, and then the house is sold out.
            for (int seat : gaps(promised.values())) {
                Answer answer = server.post(tokens.getFirst(), path, "{\"seats\": [" + seat + "]}");
                assertThat(answer.status()).isEqualTo(201);
                promised.put(answer.json().path("id").asString(), List.of(seat));
            }
            var sold = new ArrayList<Integer>();
            promised.values().forEach(sold::addAll);
            assertThat(new HashSet<>(sold)).hasSameSizeAs(sold).hasSize(SEATS);
            assertThat(server.sql("SELECT id, array_to_string(seats, ',') FROM bookings WHERE status = 'CONFIRMED'"))
                    .containsExactlyInAnyOrderElementsOf(promised.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + inOrder(entry.getValue()))
                            .toList());
            Sweep.assertClean(server);
        }
    }

    private static List<String> tokens(RunningServer server) {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < THREADS; i++) {
            tokens.add(server.userToken("buyer-" + i));
        }
        return tokens;
    }

    /** Pairs that overlap with other buyers' pairs, in no order. */
    private static List<List<Integer>> wishes(Random random) {
        var wishes = new ArrayList<List<Integer>>();
        for (int i = 0; i < TRIES; i++) {
            int first = 1 + random.nextInt(SEATS - 1);
            var pair = new ArrayList<>(List.of(first, first + 1));
            Collections.shuffle(pair, random);
            wishes.add(pair);
        }
        return wishes;
    }

    private static List<Integer> gaps(Collection<List<Integer>> sold) {
        return IntStream.rangeClosed(1, SEATS)
                .boxed()
                .filter(seat -> sold.stream().noneMatch(seats -> seats.contains(seat)))
                .toList();
    }

    private static String inOrder(List<Integer> seats) {
        return String.join(",", seats.stream().sorted().map(String::valueOf).toList());
    }

    private static void join(List<Future<?>> all) throws InterruptedException {
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
