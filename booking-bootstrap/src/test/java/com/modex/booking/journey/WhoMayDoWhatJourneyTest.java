package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.RunningServer.Answer;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every route without a token, with a user's and with an admin's. */
class WhoMayDoWhatJourneyTest {
    private static RunningServer server;
    private static String show;
    private static String booking;

    @BeforeAll
    static void start() {
        server = RunningServer.start();
        show = server.scheduleShow(10);
        booking = server.post(server.userToken("alice"), "/v1/shows/" + show + "/bookings", "{\"seats\": [1]}")
                .json()
                .path("id")
                .asString();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/shows, 200, 200, 200",
        "HEAD, /v1/shows, 200, 200, 200",
        "GET, /v1/shows/{show}, 200, 200, 200",
        "GET, /v1/shows/{show}/seats, 200, 200, 200",
        "GET, /actuator/health/liveness, 200, 200, 200",
        "GET, /actuator/health/readiness, 200, 200, 200",
        "GET, /v3/api-docs, 200, 200, 200",
        "POST, /v1/shows, 401, 403, 400",
        "PATCH, /v1/shows/{show}, 401, 403, 415",
        "POST, /v1/shows/{show}/bookings, 401, 400, 400",
        "GET, /v1/shows/{show}/bookings, 401, 403, 200",
        "GET, /v1/shows/{show}/availability, 200, 200, 200",
        "POST, /v1/shows/{show}/seats/block, 401, 403, 415",
        "POST, /v1/shows/{show}/seats/unblock, 401, 403, 415",
        "GET, /v1/bookings, 401, 200, 200",
        "GET, /v1/bookings/{booking}, 401, 404, 200",
        "POST, /v1/bookings/{booking}/confirm, 401, 404, 404",
        "POST, /v1/bookings/{booking}/extend, 401, 404, 404",
        "POST, /v1/bookings/{booking}/cancel, 401, 404, 404",
        "GET, /nowhere, 404, 404, 404",
        "GET, /actuator/env, 404, 404, 404",
    })
    void aRouteAsksForWhatTheContractSays(String method, String path, int nobody, int user, int admin) {
        assertThat(status(method, path, null)).as("without a token").isEqualTo(nobody);
        assertThat(status(method, path, server.userToken("bob")))
                .as("another user")
                .isEqualTo(user);
        assertThat(status(method, path, server.adminToken())).as("an admin").isEqualTo(admin);
    }

    private static int status(String method, String path, @Nullable String token) {
        var body = method.equals("POST") && (path.endsWith("/shows") || path.endsWith("/bookings"))
                ? HttpRequest.BodyPublishers.ofString("{}")
                : HttpRequest.BodyPublishers.noBody();
        var request = server.request(token, path.replace("{show}", show).replace("{booking}", booking))
                .method(method, body);
        return server.send(
                        path.endsWith("}") || path.matches(".*/(confirm|extend|cancel|block|unblock)")
                                ? request
                                : request.header("Content-Type", "application/json"))
                .status();
    }

    @Test
    void aForgedTokenIsRefusedAsAProblemAndWithoutASession() {
        Answer refused = server.get("a.b.c", "/v1/bookings");

        assertThat(refused.problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(refused.header("Set-Cookie")).isEmpty();
    }
}
