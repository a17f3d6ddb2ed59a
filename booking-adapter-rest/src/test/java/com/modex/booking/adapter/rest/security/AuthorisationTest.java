package com.modex.booking.adapter.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.probe.OverHttp;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorisationTest extends OverHttp {
    @ParameterizedTest
    @CsvSource({
        "GET,   /v1/shows,                 200, 200, 200",
        "HEAD,  /v1/shows,                 200, 200, 200",
        "GET,   /v1/shows/1,               200, 200, 200",
        "GET,   /v1/shows/1/seats,         200, 200, 200",
        "GET,   /v1/shows/1/bookings,      401, 403, 200",
        "HEAD,  /v1/shows/1/bookings,      401, 403, 200",
        "POST,  /v1/shows,                 401, 403, 200",
        "PATCH, /v1/shows/1,               401, 403, 200",
        "POST,  /v1/shows/1/cancel,        401, 403, 200",
        "POST,  /v1/shows/1/seats/block,   401, 403, 200",
        "POST,  /v1/shows/1/bookings,      401, 200, 200",
        "GET,   /v1/bookings,              401, 200, 200",
        "GET,   /v1/bookings/1,            401, 200, 200",
        "POST,  /v1/bookings/1/cancel,     401, 200, 200",
        "GET,   /v1/unknown,               401, 404, 404",
        "POST,  /v1/unknown,               401, 404, 404",
        "DELETE,/v1/shows/1,               401, 403, 405",
        "GET,   /,                         404, 404, 404",
        "POST,  /unknown,                  404, 404, 404",
        "GET,   /1/shows,                  404, 404, 404",
        "GET,   /error,                    404, 404, 404",
        "POST,  /login,                    404, 404, 404",
        "POST,  /logout,                   404, 404, 404",
        "GET,   /actuator/env,             404, 404, 404",
        "GET,   /.well-known/oauth-protected-resource, 404, 404, 404",
        "POST,  /local/tokens,             404, 404, 404"
    })
    void everyAddressIsOpenToWhomTheContractSays(String method, String path, int anyone, int user, int admin)
            throws Exception {
        assertThat(send(method, path, null).statusCode()).as("anyone").isEqualTo(anyone);
        assertThat(send(method, path, user()).statusCode()).as("user").isEqualTo(user);
        assertThat(send(method, path, admin()).statusCode()).as("admin").isEqualTo(admin);
    }

    @Test
    void refusalsAreProblemsWithAChallengeAndWithoutACookie() throws Exception {
        var unknown = send("GET", "/v1/bookings", null);
        problem(unknown, 401, "UNAUTHENTICATED");
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(unknown.headers().map()).doesNotContainKey("set-cookie");

        var forged = send("GET", "/v1/shows", "x");
        problem(forged, 401, "UNAUTHENTICATED");
        assertThat(forged.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");

        var forbidden = send("POST", "/v1/shows", user());
        problem(forbidden, 403, "FORBIDDEN");
        assertThat(forbidden.headers().map()).doesNotContainKey("set-cookie");

        problem(send("POST", "/unknown", null), 404, "NOT_FOUND");
        problem(send("GET", "/v1/unknown", user()), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer ", "Bearer a b", "Bearer a,b"})
    void otherCredentialsAreNone(String header) throws Exception {
        problem(send(request("/v1/bookings").header("Authorization", header)), 401, "UNAUTHENTICATED");
    }

    @Test
    void controllersLearnWhoAsks() throws Exception {
        assertThat(JSON.readTree(send("POST", "/v1/shows/1/bookings", user()).body()))
                .isEqualTo(JSON.readTree("{\"user\": \"alice\", \"admin\": false}"));
        assertThat(JSON.readTree(send("POST", "/v1/shows/1/bookings", admin()).body()))
                .isEqualTo(JSON.readTree("{\"user\": \"boss\", \"admin\": true}"));
    }

    @Test
    void anExpiredTokenIsRefusedEvenWhereNoneIsNeeded() throws Exception {
        String token = TOKENS.sign(Instant.now().minusSeconds(7200), claims -> {});

        problem(send("GET", "/v1/shows", token), 401, "UNAUTHENTICATED");
    }

    @Test
    void onlyNamedOriginsMayCall() throws Exception {
        var friend = send(preflight("https://tickets.example"));
        assertThat(friend.statusCode()).isEqualTo(200);
        assertThat(friend.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://tickets.example");

        var stranger = send(preflight("https://evil.example"));
        problem(stranger, 403, "FORBIDDEN");
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    private HttpRequest.Builder preflight(String origin) {
        return request("/v1/shows/1/bookings")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type");
    }
}
