package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.journey.RunningServer.Answer;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

/** Nobody can keep the others from being served by asking too often. */
@ExtendWith(OutputCaptureExtension.class)
class RateLimitJourneyTest {
    private static final int BURST = 10;
    private static final int THREE_BURSTS = 1_500;
    private static final int ENOUGH = 10_000;

    private static RunningServer server;
    private static String alice;
    private static String bob;
    private static String carol;

    @BeforeAll
    static void start() {
        server = RunningServer.start("--RATE_LIMIT=1", "--server.forward-headers-strategy=native");
        alice = server.userToken("alice");
        bob = server.userToken("bob");
        carol = server.userToken("carol");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void eachUserHasAShareOfTheirOwn() {
        Run run = askUntilRefused(() -> server.get(alice, "/v1/bookings"));

        assertThat(run.admitted()).isGreaterThanOrEqualTo(BURST);
        assertThat(run.admittedAtMost(BURST, 1)).isTrue();
        assertThat(server.get(bob, "/v1/bookings").status()).isEqualTo(200);
        assertThat(server.post(alice, "/v1/shows/x/bookings", "{}").problem()).isEqualTo("429 RATE_LIMITED");
    }

    @Test
    void theRefusalIsAProblemThatSaysWhenToComeBack() throws InterruptedException {
        Answer refusal = askUntilRefused(() -> server.get(bob, "/v1/bookings")).refusal();

        assertThat(refusal.problem()).isEqualTo("429 RATE_LIMITED");
        assertThat(refusal.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refusal.header("Cache-Control")).isEqualTo("no-store");
        assertThat(refusal.json().path("trace_id").asString()).matches("[0-9a-f]{32}");
        assertThat(refusal.header("Retry-After")).matches("[1-9][0-9]*");

        Thread.sleep(Duration.ofSeconds(Long.parseLong(refusal.header("Retry-After"))));
        assertThat(server.get(bob, "/v1/bookings").status()).isEqualTo(200);
    }

    @Test
    void whoBringsNoTokenOrABadOneSharesWhatTheAddressHas() {
        String address = "192.0.2.1";
        Run run = askUntilRefused(() -> from(address, "garbage", "/v1/shows"));

        assertThat(run.admittedAtMost(BURST, 1)).isTrue();
        assertThat(from(address, null, "/v1/shows").problem()).isEqualTo("429 RATE_LIMITED");
        assertThat(from(address, null, "/v1/bookings").problem()).isEqualTo("429 RATE_LIMITED");
        assertThat(from(address, null, "/unknown").problem()).isEqualTo("429 RATE_LIMITED");
        assertThat(from(address, "a b", "/v1/bookings").problem()).isEqualTo("429 RATE_LIMITED");
        assertThat(from(address, carol, "/v1/shows").status()).isEqualTo(200);
        assertThat(from("192.0.2.2", null, "/v1/shows").status()).isEqualTo(200);
    }

    @Test
    void anAddressOfIpv6CountsForItsNetwork() {
        askUntilRefused(() -> from("2001:db8::1", null, "/v1/shows"));

        assertThat(from("2001:db8::2", null, "/v1/shows").status()).isEqualTo(429);
        assertThat(from("2001:db8:0:1::1", null, "/v1/shows").status()).isEqualTo(200);
    }

    @Test
    void aRequestIsCountedOnceThoughTwoPlacesAsk() {
        assertThat(askUntilRefused(() -> from("192.0.2.3", null, "/v1/bookings"))
                        .admitted())
                .isGreaterThanOrEqualTo(BURST);
        assertThat(askUntilRefused(() -> from("192.0.2.4", "garbage", "/v1/bookings"))
                        .admitted())
                .isGreaterThanOrEqualTo(BURST);
    }

    @Test
    void probesTheDescriptionAndPreflightsAreNotCounted() {
        String address = "192.0.2.5";
        askUntilRefused(() -> from(address, null, "/v1/shows"));

        assertThat(from(address, null, "/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(from(address, null, "/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(from(address, null, "/v3/api-docs").status()).isNotEqualTo(429);
        assertThat(server.send(server.request(null, "/v1/shows")
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .header("X-Forwarded-For", address)
                                .header("Origin", "https://tickets.example")
                                .header("Access-Control-Request-Method", "GET"))
                        .status())
                .isNotEqualTo(429);
    }

    @Test
    void aProbeWithoutATokenIsNeverTurnedAway() {
        for (int i = 0; i < 5 * BURST; i++) {
            assertThat(from("192.0.2.6", null, "/actuator/health/liveness").status())
                    .isEqualTo(200);
        }
        assertThat(from("192.0.2.6", null, "/v1/shows").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, /actuator/health/liveness",
        "192.0.2.8, /actuator/health/readiness",
        "192.0.2.9, /v3/api-docs"
    })
    void aBadTokenIsCountedWhereverItIsBrought(String address, String path) {
        Run run = askUntilRefused(() -> from(address, "garbage", path));

        assertThat(run.admitted()).isGreaterThanOrEqualTo(BURST);
        assertThat(run.admittedAtMost(BURST, 1)).isTrue();
        assertThat(from(address, null, "/v1/shows").problem()).isEqualTo("429 RATE_LIMITED");
        assertThat(from(address, null, path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.10, /actuator/health/unknown",
        "192.0.2.11, /actuator/health/liveness/unknown",
        "192.0.2.12, /v3/api-docs/unknown",
        "192.0.2.13, /v3/api-docs.yaml"
    })
    void whatOnlyBeginsLikeAProbeIsCounted(String address, String path) {
        assertThat(askUntilRefused(() -> from(address, null, path)).admittedAtMost(BURST, 1))
                .isTrue();
    }

    @Test
    void theLocalProfileHasNoLimitUnlessItIsSet() {
        try (var local = RunningServer.start()) {
            assertThat(local.part(Environment.class).getProperty("booking.rate-limit"))
                    .isEqualTo("off");
        }
    }

    @Test
    void elsewhereItIsFiftyASecondAndFiveHundredAtOnce() {
        try (var production = production()) {
            Run run = askUntilRefused(() -> production.get(null, "/v1/shows/x"));

            assertThat(run.admitted()).isGreaterThanOrEqualTo(500);
            assertThat(run.admittedAtMost(500, 50)).isTrue();
        }
    }

    @Test
    void offIsNoLimitAtAll() throws InterruptedException {
        try (var production = production("--RATE_LIMIT=off");
                var threads = Executors.newFixedThreadPool(16)) {
            var answers = IntStream.range(0, THREE_BURSTS)
                    .mapToObj(_ -> threads.submit(
                            () -> production.get(null, "/v1/shows/x").status()))
                    .toList();

            threads.shutdown();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(answers).allMatch(answer -> answer.resultNow() == 404);
        }
    }

    @Test
    void theServerDoesNotStartOnNonsense(CapturedOutput output) {
        assertThatThrownBy(() -> RunningServer.start("--RATE_LIMIT=many")).isNotNull();

        assertThat(output)
                .containsOnlyOnce("APPLICATION FAILED TO START")
                .contains("because RATE_LIMIT is 'many'")
                .contains("Set RATE_LIMIT to", "from 1 to 1000000, or to 'off'")
                .doesNotContain("\tat ");
    }

    /** Asks by way of a proxy, which is why the address can be any. */
    private static Answer from(String address, @Nullable String token, String path) {
        return server.send(server.request(token, path).header("X-Forwarded-For", address));
    }

    private static RunningServer production(String... settings) {
        String[] all = new String[settings.length + 3];
        System.arraycopy(settings, 0, all, 3, settings.length);
        all[0] = "--JWT_ISSUER_URI=https://issuer.example";
        all[1] = "--JWT_JWK_SET_URI=http://localhost:1/keys";
        all[2] = "--JWT_AUDIENCE=booking";
        return RunningServer.startInProfile("production", all);
    }

    private static Run askUntilRefused(Supplier<Answer> request) {
        Instant begin = Instant.now();
        for (int admitted = 0; admitted < ENOUGH; admitted++) {
            Answer answer = request.get();
            if (answer.status() == 429) {
                return new Run(admitted, answer, Duration.between(begin, Instant.now()));
            }
        }
        throw new AssertionError("All of %d requests were admitted".formatted(ENOUGH));
    }

    /** Requests one after the other, until one was refused. */
    private record Run(int admitted, Answer refusal, Duration time) {
        /** Whether that was no more than the burst, and what has come since. */
        boolean admittedAtMost(int burst, int perSecond) {
            return admitted <= burst + perSecond * (time.toSeconds() + 1);
        }
    }
}
