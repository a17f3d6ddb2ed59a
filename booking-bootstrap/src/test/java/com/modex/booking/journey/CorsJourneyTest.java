package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the origins that the operator names may call from a browser, and no others. */
class CorsJourneyTest {
    private static final String SHOP = "https://shop.example";
    private static final String DESK = "http://localhost:5173";
    private static final String STRANGER = "https://evil.example";

    @Nested
    class UnlessOriginsAreNamed {
        private static RunningServer server;

        @BeforeAll
        static void start() {
            server = RunningServer.start();
        }

        @AfterAll
        static void stop() {
            server.close();
        }

        @Test
        void noPageMayReadAnAnswer() {
            Answer answer = server.send(server.request(null, "/v1/shows").header("Origin", SHOP));

            assertThat(answer.status()).isEqualTo(200);
            assertNothingIsAllowed(answer);
        }

        @Test
        void noPageMaySendMoreThanAForm() {
            assertNothingIsAllowed(preflight(server, SHOP, "/v1/bookings", "GET", "authorization"));
        }
    }

    @Nested
    class WhereOriginsAreNamed {
        private static RunningServer server;
        private static String alice;

        @BeforeAll
        static void start() {
            server = RunningServer.start("--CORS_ALLOWED_ORIGINS=" + SHOP + ", " + DESK);
            alice = server.userToken("alice");
        }

        @AfterAll
        static void stop() {
            server.close();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                /v1/shows            | GET   | if-none-match
                /v1/shows            | POST  | authorization,content-type,idempotency-key
                /v1/shows/1          | PATCH | authorization,content-type,if-match
                /v1/shows/1/bookings | POST  | authorization,content-type,idempotency-key,traceparent
                /v1/bookings         | GET   | authorization
                /v1/bookings/1/cancel| POST  | authorization,content-type
                """)
        void eachOfThemMaySendWhatTheContractKnows(String path, String method, String headers) {
            for (String origin : List.of(SHOP, DESK)) {
                Answer answer = preflight(server, origin, path, method, headers);

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
                assertThat(answer.header("Access-Control-Allow-Methods").split(","))
                        .contains(method);
                assertThat(answer.header("Access-Control-Allow-Headers").split(", *"))
                        .containsExactlyInAnyOrder(headers.split(","));
                assertThat(answer.header("Access-Control-Allow-Credentials"))
                        .as("tokens come in a header, and cookies are not read")
                        .isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"ETag", "Location", "Retry-After", "Idempotency-Replayed"})
        void theirPagesMayReadTheHeadersOfTheContract(String header) {
            Answer answer = server.send(server.request(alice, "/v1/bookings").header("Origin", SHOP));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
            assertThat(answer.header("Access-Control-Expose-Headers").split(", *"))
                    .contains(header);
            assertThat(answer.response().headers().allValues("Vary"))
                    .as("a cache must not give one origin's answer to another")
                    .anyMatch(vary -> vary.contains("Origin"));
        }

        @Test
        void theirPagesMayReadErrorsAndWhatHasNotChanged() {
            Answer error = server.send(server.request(null, "/v1/bookings").header("Origin", DESK));
            assertThat(error.problem()).isEqualTo("401 UNAUTHENTICATED");
            assertThat(error.header("Access-Control-Allow-Origin")).isEqualTo(DESK);

            Answer unchanged = server.send(
                    server.request(null, "/v1/shows").header("Origin", DESK).header("If-None-Match", "*"));
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.header("Access-Control-Allow-Origin")).isEqualTo(DESK);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    STRANGER,
                    "http://shop.example",
                    "https://shop.example:8443",
                    "https://shop.example.evil.example",
                    "null"
                })
        void pagesOfOthersAreRefused(String origin) {
            Answer asked = preflight(server, origin, "/v1/shows/1/bookings", "POST", "authorization");
            assertThat(asked.problem()).isEqualTo("403 FORBIDDEN");
            assertNothingIsAllowed(asked);

            Answer sent = server.send(server.request(alice, "/v1/bookings").header("Origin", origin));
            assertThat(sent.problem()).isEqualTo("403 FORBIDDEN");
            assertNothingIsAllowed(sent);
        }

        @Test
        void methodsThatTheContractDoesNotKnowAreRefused() {
            assertThat(preflight(server, SHOP, "/v1/shows/1", "DELETE", "authorization")
                            .problem())
                    .isEqualTo("403 FORBIDDEN");
        }

        @Test
        void onlyTheApiIsOpenToPages() {
            assertNothingIsAllowed(preflight(server, SHOP, "/local/tokens", "POST", "content-type"));
            assertNothingIsAllowed(server.send(
                    server.request(null, "/actuator/health/liveness").header("Origin", SHOP)));
        }

        @Test
        void whoComesFromNoPageIsNotAsked() {
            Answer answer = server.get(alice, "/v1/bookings");

            assertThat(answer.status()).isEqualTo(200);
            assertNothingIsAllowed(answer);
        }
    }

    private static Answer preflight(RunningServer server, String origin, String path, String method, String headers) {
        return server.send(server.request(null, path)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers));
    }

    private static void assertNothingIsAllowed(Answer answer) {
        assertThat(answer.response().headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }
}
