package com.modex.booking.adapter.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.adapter.rest.security.Caller;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.probe.OverHttp;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of the header on its way through the server. */
@Import(IdempotencyOverHttpTest.Echo.class)
class IdempotencyOverHttpTest extends OverHttp {
    @RestController
    static class Echo {
        @PostMapping(path = "/v1/key", produces = MediaType.APPLICATION_JSON_VALUE)
        Map<String, String> read(HttpServletRequest request, Caller caller) {
            return Map.of(
                    "key",
                    IdempotencyHeader.read(request, caller.user(), Map.of())
                            .map(IdempotencyKey::value)
                            .orElse("none"));
        }
    }

    @Test
    void aRequestNeedsNoKey() throws Exception {
        assertThat(keyOf(send(post()).body())).isEqualTo("none");
    }

    @Test
    void theKeyIsReadWhateverTheHeadersCase() throws Exception {
        assertThat(keyOf(send(post().header("Idempotency-Key", "abc-123")).body()))
                .isEqualTo("abc-123");
        assertThat(keyOf(send(post().header("idempotency-key", "\"abc-123\"")).body()))
                .isEqualTo("abc-123");
    }

    @Test
    void whatIsNoKeyIsRefusedAtTheHeadersName() throws Exception {
        assertRefused("Idempotency-Key:\r\n", "BLANK");
        assertRefused("Idempotency-Key: k\r\nIdempotency-Key: k\r\n", "DUPLICATE");
        assertRefused("Idempotency-Key: " + "k".repeat(256) + "\r\n", "TOO_LONG");
        assertRefused("Idempotency-Key: \"k\r\n", "INVALID_TEXT");
        assertRefused("Idempotency-Key: \u00fc\r\n", "INVALID_TEXT");
    }

    private void assertRefused(String header, String code) throws Exception {
        var errors = problem(
                        raw(
                                "POST /v1/key HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\nAuthorization: Bearer "
                                        + user() + "\r\n" + header + "\r\n"),
                        400,
                        "VALIDATION_FAILED")
                .path("errors");
        assertThat(errors.size()).isEqualTo(1);
        assertThat(errors.path(0).path("pointer").asString()).isEqualTo("/Idempotency-Key");
        assertThat(errors.path(0).path("code").asString()).isEqualTo(code);
    }

    private HttpRequest.Builder post() {
        return request("/v1/key").header("Authorization", "Bearer " + user()).POST(HttpRequest.BodyPublishers.noBody());
    }

    private static String keyOf(String body) {
        return JSON.readTree(body).path("key").asString();
    }
}
