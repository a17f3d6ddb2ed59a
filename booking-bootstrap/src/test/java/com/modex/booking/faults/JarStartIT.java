package com.modex.booking.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.faults.ApiClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The jar as it is delivered, started as an operator starts it. */
class JarStartIT {
    private static final int AT_ONCE = 8;

    private static Production production;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        production = Production.prepare();
        server = production.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        production.close();
    }

    @Test
    void withoutSettingsItNamesAllThatIsMissingAndEnds() {
        try (var unset = ServerProcess.launchJar(Map.of())) {
            assertThat(unset.awaitExit()).isEqualTo(1);

            assertThat(unset.events()).singleElement().satisfies(event -> {
                assertThat(event.at("/log/level").asString()).isEqualTo("ERROR");
                assertThat(event.path("message").asString())
                        .contains("DATABASE_URL (", "JWT_ISSUER_URI (", "JWT_AUDIENCE (");
                assertThat(event.has("error")).isFalse();
            });
            // In JSON a tabulator is written so.
            assertThat(unset.output()).doesNotContain("\tat ", "\\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void probesAreAnsweredOnThePortOfTheApiWithoutDetails(String probe) throws IOException {
        Answer answer = server.client().get("/actuator/health/" + probe);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasToString("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "info", "loggers", "threaddump"})
    void theActuatorIsOnThePortForManagementAlone(String endpoint) throws IOException {
        try (var operator = new ApiClient(production.managementPort())) {
            assertThat(operator.get("/actuator/" + endpoint).status()).isEqualTo(200);
        }
        assertThat(server.client().get(ApiClient.ADMIN, "/actuator/" + endpoint).status())
                .isEqualTo(404);
    }

    @Test
    void onThePortForManagementHealthLooksAtTheDatabase() throws IOException {
        try (var operator = new ApiClient(production.managementPort())) {
            JsonNode health = operator.get("/actuator/health").json();

            assertThat(health.at("/components/db/status").asString()).isEqualTo("UP");
        }
    }

    @Test
    void whoHasATokenOfTheIssuerBuysASeat() throws IOException {
        ApiClient client = server.client();
        String show = client.scheduleShow(10);

        Answer booked = client.book("alice", show, List.of(3), null);

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.text("user_id")).isEqualTo("alice");
    }

    @Test
    void whoHasForgedATokenDoesNot() throws IOException {
        Map<String, String> forgeries = production.issuer().forgeries(ApiClient.ADMIN);
        try (var forger = new ApiClient(server.client().port(), forgeries::get)) {
            for (String forgery : forgeries.keySet()) {
                assertThat(forger.get(forgery, "/v1/bookings").status())
                        .as(forgery)
                        .isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/local/tokens", "/swagger-ui.html"})
    void nothingOfTheProfileLocalIsThere(String path) throws IOException {
        assertThat(server.client().get(ApiClient.ADMIN, path).status()).isEqualTo(404);
    }

    @Test
    void whoAsksForTooMuchIsToldToComeBackLater() {
        ApiClient client = server.client();
        client.token("greedy");
        var answers = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < AT_ONCE; i++) {
            answers.add(Deadline.begin(() -> {
                Answer answer;
                do {
                    answer = client.get("greedy", "/v1/shows");
                } while (answer.status() == 200);
                return answer;
            }));
        }

        for (CompletableFuture<Answer> answer : answers) {
            Answer refused = Deadline.await("the limit on requests", answer);
            assertThat(refused.problem()).isEqualTo("429 RATE_LIMITED");
            assertThat(refused.retryAfter()).matches("[1-9]\\d*");
        }
    }

    @Test
    void everyLineOfItsLogIsOneObjectInTheElasticCommonSchema() {
        assertThat(server.events()).isNotEmpty().allSatisfy(event -> {
            assertThat(event.at("/ecs/version").asString()).isNotEmpty();
            assertThat(event.path("@timestamp").asString()).isNotEmpty();
            assertThat(event.at("/log/level").asString()).isNotEmpty();
            assertThat(event.path("message").asString()).isNotEmpty();
        });
    }
}
