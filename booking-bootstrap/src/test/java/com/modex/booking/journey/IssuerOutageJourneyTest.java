package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the issuer does, or forgers do in its name, takes no more than one request's place. */
class IssuerOutageJourneyTest {
    /** More than are worked on at once. */
    private static final int CALLERS = 300;

    /** Each caller used to wait for three seconds, one after the other; these are for a loaded machine. */
    private static final Duration PROMPTLY = Duration.ofSeconds(10);

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int FORGERIES = 200;

    private final TestIssuer issuer = TestIssuer.start();

    @AfterEach
    void stop() {
        issuer.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSilentIssuerStopsNothingElse(boolean discovery) throws Exception {
        issuer.fallSilent();
        try (var server = discovery
                        ? RunningServer.startInProfile("production", unlimited(issuer.settingsOfDiscovery()))
                        : issuer.startServer("--RATE_LIMIT=off");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String token = discovery ? issuer.discoveredToken("alice") : issuer.userToken("alice");
            var answers = IntStream.range(0, CALLERS)
                    .mapToObj(_ -> threads.submit(() -> server.get(token, "/v1/bookings")))
                    .toList();
            waitUntil(() -> issuer.calls() > 0);

            Instant begin = Instant.now();
            assertThat(server.get(null, "/v1/shows").status()).isEqualTo(200);
            assertThat(server.get(null, "/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(PROMPTLY);
            for (var answer : answers) {
                assertThat(answer.get().problem()).isEqualTo("503 UNAVAILABLE");
                assertThat(answer.get().header("Retry-After")).isNotEmpty();
            }

            issuer.speakAgain();
            waitUntil(() -> server.get(token, "/v1/bookings").status() == 200);
        }
    }

    @Test
    void whoseKeyIsKnownDoesNotNoticeThatTheIssuerIsSilent() {
        try (var server = issuer.startServer("--RATE_LIMIT=off")) {
            assertThat(server.get(issuer.userToken("alice"), "/v1/bookings").status())
                    .isEqualTo(200);
            issuer.fallSilent();
            waitUntil(() -> server.get(issuer.tokenOfUnknownKey("mallory"), "/v1/bookings")
                            .status()
                    == 503);

            Answer answer = server.get(issuer.userToken("bob"), "/v1/bookings");

            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Test
    void forgedTokensMakeNoCallsAndANewKeyIsFound() throws Exception {
        try (var server = issuer.startServer("--RATE_LIMIT=off");
                var threads = Executors.newFixedThreadPool(16)) {
            assertThat(server.get(issuer.userToken("alice"), "/v1/bookings").status())
                    .isEqualTo(200);
            assertThat(issuer.calls()).isEqualTo(1);

            Instant begin = Instant.now();
            var answers = IntStream.range(0, FORGERIES)
                    .mapToObj(_ -> threads.submit(() -> server.get(issuer.tokenOfUnknownKey("mallory"), "/v1/bookings")
                            .problem()))
                    .toList();
            for (var answer : answers) {
                // 503 is for those who come while the issuer is being asked.
                assertThat(answer.get()).isIn("401 UNAUTHENTICATED", "503 UNAVAILABLE");
            }
            long fiveSeconds = Duration.between(begin, Instant.now()).dividedBy(Duration.ofSeconds(5)) + 1;
            assertThat(issuer.calls()).isLessThanOrEqualTo(1 + (int) fiveSeconds);

            issuer.changeKey();
            String token = issuer.userToken("bob");
            waitUntil(() -> server.get(token, "/v1/bookings").status() == 200);
        }
    }

    private static String[] unlimited(String[] settings) {
        var all = new String[settings.length + 1];
        System.arraycopy(settings, 0, all, 0, settings.length);
        all[settings.length] = "--RATE_LIMIT=off";
        return all;
    }

    private static void waitUntil(BooleanSupplier isSo) {
        Instant end = Instant.now().plus(SOON);
        while (!isSo.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
