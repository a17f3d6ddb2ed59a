package com.modex.booking.adapter.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.probe.OverHttp;
import java.net.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/**
 * What a browser must not do with an answer is said in each, wherever in the server it is given. {@link OverHttp#problem}
 * looks at the headers, too, so that each kind of problem that any test meets is guarded.
 */
@TestPropertySource(properties = "server.forward-headers-strategy=native")
class SecurityHeadersTest extends OverHttp {
    private static final String HSTS = "Strict-Transport-Security";
    private static final String REST_OF_HEAD =
            " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n";

    @Test
    void anAnswerOfAControllerHasThem() throws Exception {
        var answer = send("GET", "/v1/shows", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        hasSecurityHeaders(answer.headers());
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void aProblemOfAControllerHasThem() throws Exception {
        problem(send("GET", "/v1/probe/fail/seats", user()), 409, "SEATS_UNAVAILABLE");
        problem(send("GET", "/v1/probe/fail/unavailable", user()), 503, "UNAVAILABLE");
        problem(send("GET", "/v1/probe/fail/bug", user()), 500, "INTERNAL_ERROR");
    }

    @Test
    void aRefusalOfSpringSecurityHasThem() throws Exception {
        problem(send("GET", "/v1/bookings", null), 401, "UNAUTHENTICATED");
        problem(send("POST", "/v1/shows", user()), 403, "FORBIDDEN");
        problem(send(request("/v1/shows").header("Origin", "https://elsewhere.example")), 403, "FORBIDDEN");
    }

    @Test
    void aRefusalBeforeSpringSecurityHasThem() throws Exception {
        problem(
                raw("POST /v1/probe/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 60000000\r\n\r\n{"),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1//shows", "/v1/shows;x=1", "/v1/shows/%2e%2e%2fsecret"})
    void aRefusalOfTheFirewallHasThem(String path) throws Exception {
        problem(raw("GET " + path + REST_OF_HEAD), 400, "MALFORMED_REQUEST");
    }

    @Test
    void aRefusalOfTomcatHasThem() throws Exception {
        problem(raw("G@T /v1/shows" + REST_OF_HEAD), 400, "MALFORMED_REQUEST");
        problem(raw("GET /v1/shows/%zz" + REST_OF_HEAD), 400, "MALFORMED_REQUEST");
        problem(raw("GET /v1/shows HTTP/3.7\r\nHost: localhost\r\n\r\n"), 505, "HTTP_VERSION_NOT_SUPPORTED");
    }

    /** Spring Security says so where TLS was spoken with the proxy in front, and there alone. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/shows", "/v1/bookings", "/v1//shows", "/v1/shows/%zz"})
    void whoeverCameByTlsIsToldToStayWithIt(String path) throws Exception {
        String byTls = raw("GET " + path + REST_OF_HEAD);
        String inTheClear = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(headersOf(byTls).allValues(HSTS)).containsExactly("max-age=31536000 ; includeSubDomains");
        assertThat(headersOf(inTheClear).allValues(HSTS)).isEmpty();
    }

    private static HttpHeaders headersOf(String answer) {
        return headers(answer.substring(0, answer.indexOf("\r\n\r\n")));
    }
}
