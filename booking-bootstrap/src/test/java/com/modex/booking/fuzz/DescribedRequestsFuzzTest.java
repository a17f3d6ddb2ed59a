package com.modex.booking.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.fuzz.WireRequest.Kind;
import com.modex.booking.journey.DescribedApi;
import com.modex.booking.journey.DescribedApi.Seen;
import com.modex.booking.journey.Sweep;
import com.modex.booking.journey.TestIssuer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that are drawn from the description, for a minute: none gets a 5xx, none gets an answer that the description
 * does not allow, and whatever they did to the database, it holds together.
 *
 * <p>{@code -Dfuzz.minutes=10} goes on for longer, and {@code -Dfuzz.seed=} with a seed that was printed draws the same.
 * Each request has random numbers of its own, so the same one is drawn again even where the run before it went
 * differently.
 */
class DescribedRequestsFuzzTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(Long.getLong("fuzz.minutes", 1));
    private static final long SEED = Long.getLong("fuzz.seed", new SecureRandom().nextLong());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_FAULTS = 20;
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAULT = 500;

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Known known = new Known();

    /** What came of the requests of one operation, or of one kind of garbage. */
    private static final class Tally {
        private int requests;
        private int accepted;
        private int right;
        private int rightAndAccepted;
        private final Map<String, Integer> answers = new TreeMap<>();

        void count(WireRequest request, Optional<Seen> answer) {
            boolean accept = answer.isPresent() && answer.get().status() < FIRST_REFUSAL;
            requests++;
            accepted += accept ? 1 : 0;
            if (request.kind() == Kind.RIGHT) {
                right++;
                rightAndAccepted += accept ? 1 : 0;
            }
            answers.merge(answer.map(seen -> String.valueOf(seen.status())).orElse("none"), 1, Integer::sum);
        }
    }

    @Test
    @SuppressWarnings("SystemOut") // The seed must be seen, also where a test's log is not.
    void everyAnswerIsOneThatTheDescriptionAllows() throws IOException {
        System.out.printf("Requests are drawn with -Dfuzz.seed=%d%n", SEED);
        try (var issuer = TestIssuer.start();
                var server = issuer.startServer("--booking.rate-limit=off");
                var connection = new WireConnection(server.port())) {
            var requests = requests(issuer);
            long end = System.nanoTime() + LONG_ENOUGH.toNanos();
            long number = 0;
            for (; System.nanoTime() < end && faults.size() < MOST_FAULTS; number++) {
                WireRequest request = requests.draw(new SplittableRandom(SEED + number));
                Optional<Seen> answer = exchange(connection, number, request);
                tallies.computeIfAbsent(request.operation(), name -> new Tally())
                        .count(request, answer);
                judge(number, request, answer);
            }
            System.out.println(figures());

            assertThat(faults.values())
                    .as("answers that should not be; draw them again with -Dfuzz.seed=%d", SEED)
                    .isEmpty();
            Sweep.assertClean(server);
            assertThatMuchWasAccepted(requests);
        }
    }

    private static Optional<Seen> exchange(WireConnection connection, long number, WireRequest request) {
        try {
            return connection.exchange(request);
        } catch (IOException e) {
            throw new AssertionError(
                    "request %d got no whole answer; draw it again with -Dfuzz.seed=%d: %s"
                            .formatted(number, SEED, request),
                    e);
        }
    }

    private DescribedRequests requests(TestIssuer issuer) {
        var users = new TreeMap<String, String>();
        for (String user : List.of("alice", "bob", "Ünal \"the\" O'Neil")) {
            users.put(user, issuer.userToken(user));
        }
        var bad = new ArrayList<>(issuer.forgeries("admin").values());
        bad.addAll(List.of("", " ", "a.b.c", "..", "é", "{}", "e30.e30.", "x".repeat(9_000)));
        var admin = issuer.adminToken("admin");
        users.put("admin", admin);
        return new DescribedRequests(
                DescribedApi.CHECKED_IN.description(),
                Instant.now(),
                new DescribedRequests.Tokens(users, admin, bad),
                known);
    }

    private void judge(long number, WireRequest request, Optional<Seen> answer) {
        if (answer.isEmpty()) {
            return;
        }
        Seen seen = answer.get();
        var objections = new ArrayList<String>();
        boolean isOfTheProtocol =
                Garbage.isOfAnotherProtocol(request) && (seen.status() == 501 || seen.status() == 505);
        if (!isOfTheProtocol) {
            objections.addAll(DescribedApi.CHECKED_IN.objectionsTo(seen));
            if (seen.status() >= FIRST_FAULT) {
                objections.add("that is a fault of the server");
            }
        }
        if (seen.status() >= FIRST_REFUSAL && !request.method().equals("HEAD")) {
            objections.addAll(objectionsToProblem(seen));
        }
        if (!objections.isEmpty()) {
            faults.putIfAbsent(
                    request.operation() + " " + seen.status() + " " + objections,
                    "request %d: %s%nwas answered %d %s%n%s: %s"
                            .formatted(
                                    number,
                                    request,
                                    seen.status(),
                                    seen.headers().map(),
                                    seen.body(),
                                    objections));
        } else if (seen.status() < FIRST_REFUSAL
                && !seen.body().isEmpty()
                && request.path().startsWith("/v1/")) {
            known.learn(
                    request.path(),
                    seen.headers()
                            .firstValue("ETag")
                            .filter(tag -> !tag.startsWith("W/"))
                            .orElse(""),
                    JSON.readTree(seen.body()));
        }
    }

    private static List<String> objectionsToProblem(Seen seen) {
        try {
            boolean isProblem =
                    seen.headers().firstValue("Content-Type").orElse("").equals("application/problem+json");
            boolean hasCode =
                    JSON.readTree(seen.body()).path("code").asString("").matches("[A-Z_]+");
            return isProblem && hasCode ? List.of() : List.of("that is no problem with a code");
        } catch (JacksonException e) {
            return List.of("that is no JSON");
        }
    }

    /** Otherwise the server might have turned everything away at its door. */
    private void assertThatMuchWasAccepted(DescribedRequests requests) {
        assertThat(tallies.keySet()).containsAll(requests.operations());
        assertThat(requests.operations())
                .as("operations of whose right requests not even a quarter was accepted:%n%s", figures())
                .noneMatch(operation -> tallies.get(operation).rightAndAccepted < tallies.get(operation).right / 4);
        int all = tallies.values().stream().mapToInt(tally -> tally.requests).sum();
        int accepted =
                tallies.values().stream().mapToInt(tally -> tally.accepted).sum();
        assertThat(accepted).as("accepted of %d:%n%s", all, figures()).isGreaterThan(all / 3);
        assertThat(all).as("requests").isGreaterThan(1_000);
    }

    private String figures() {
        var text = new StringBuilder(
                "%-18s %8s %8s %8s  %s%n".formatted("", "requests", "accepted", "of right", "answers"));
        tallies.forEach((name, tally) -> text.append("%-18s %8d %8d %7d%%  %s%n"
                .formatted(
                        name,
                        tally.requests,
                        tally.accepted,
                        tally.right == 0 ? 0 : 100 * tally.rightAndAccepted / tally.right,
                        tally.answers)));
        return text.append("%-18s %8d %8d%n"
                        .formatted(
                                "all",
                                tallies.values().stream()
                                        .mapToInt(tally -> tally.requests)
                                        .sum(),
                                tallies.values().stream()
                                        .mapToInt(tally -> tally.accepted)
                                        .sum()))
                .toString();
    }
}
