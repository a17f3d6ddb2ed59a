package com.modex.booking.adapter.rest.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.probe.OverHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

@ActiveProfiles("local")
@TestPropertySource(properties = "booking.local.data-directory=/somewhere/data")
class LocalProfileTest extends OverHttp {
    @Test
    void givesAnyoneTheTokenOfAnyone() throws Exception {
        String user = token("{\"user_id\": \"carol\"}");
        String admin = token("{\"user_id\": \"dave\", \"admin\": true}");

        assertThat(send("POST", "/v1/shows/1/bookings", user).body()).contains("carol", "false");
        assertThat(send("POST", "/v1/shows", user).statusCode()).isEqualTo(403);
        assertThat(send("POST", "/v1/shows", admin).statusCode()).isEqualTo(200);
    }

    @Test
    void believesNoOtherIssuer() throws Exception {
        problem(send("GET", "/v1/bookings", user()), 401, "UNAUTHENTICATED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                              | /user_id | REQUIRED",
                "{'user_id': ' '}                | /user_id | BLANK",
                "{'user_id': 'a', 'admin': 'no'} | /admin   | WRONG_TYPE",
                "{'user_id': 'a', 'sub': 'b'}    | /sub     | UNKNOWN_FIELD"
            },
            quoteCharacter = '`')
    void refusesWhatIsNoUser(String json, String pointer, String code) throws Exception {
        var problem = problem(ask(json.replace('\'', '"')), 400, "VALIDATION_FAILED");

        assertThat(problem.path("errors").path(0).path("pointer").asString()).isEqualTo(pointer);
        assertThat(problem.path("errors").path(0).path("code").asString()).isEqualTo(code);
    }

    @Test
    void isOpenForNothingElse() throws Exception {
        problem(send("GET", "/local/tokens", null), 404, "NOT_FOUND");
        problem(send("GET", "/local", null), 404, "NOT_FOUND");
        problem(send("POST", "/v1/shows", null), 401, "UNAUTHENTICATED");
    }

    private String token(String json) throws Exception {
        var response = ask(json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).path("token").asString();
    }

    private HttpResponse<String> ask(String json) throws Exception {
        return send(request("/local/tokens")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }
}
