package com.modex.booking.adapter.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.probe.OverHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no decent client sends: answered by the container or the firewall, in problems all the same. */
class MalformedRequestsTest extends OverHttp {
    private static final String HOST = "\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/shows/%zz",
                "/v1/shows/%",
                "/v1/\\x",
                "/v1/shows/%00",
                "/v1/shows/%2e%2e%2fsecret",
                "/v1/shows/..%2f",
                "/v1/shows;x=1",
                "/v1//shows",
                "/v1/shows/a%0d%0ab",
                "/v1/shows/%5c",
                "/v1/shows/%2F",
                "/v1/{x}",
                "/v1/shows?q=%zz|",
                "/../../etc/passwd",
                "/v1/<script>",
                "v1/shows"
            })
    void aMalformedAddressIsAProblem(String path) throws Exception {
        problem(raw("GET " + path + " HTTP/1.1" + HOST), 400, "MALFORMED_REQUEST");
    }

    @Test
    void aMalformedQueryIsAProblem() throws Exception {
        problem(
                raw("GET /v1/probe/page?limit=%zz HTTP/1.1\r\nAuthorization: Bearer " + user() + HOST),
                400,
                "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/shows HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /v1/shows HTTP/1.1\r\nHost: <x>\r\n\r\n",
                "GET /v1/shows HTTP/1.1\r\n\r\n",
                "GET /v1/shows HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "POST /v1/shows HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST /v1/shows HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "G@T /v1/shows HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void aMalformedHeadIsAProblem(String request) throws Exception {
        problem(raw(request), 400, "MALFORMED_REQUEST");
    }

    @Test
    void brokenChunksAreAProblem() throws Exception {
        problem(
                raw(
                        "POST /v1/probe/echo HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + user()
                                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"),
                400,
                "MALFORMED_REQUEST");
    }

    @Test
    void aHeadThatIsTooLargeIsAProblem() throws Exception {
        String response = raw("GET /v1/shows HTTP/1.1\r\nX: " + "x".repeat(20_000) + HOST);

        assertThat(response).startsWith("HTTP/1.1 4");
        problem(response, Integer.parseInt(response.substring(9, 12)), "MALFORMED_REQUEST");
    }

    @Test
    void traceIsNotAllowed() throws Exception {
        problem(raw("TRACE /v1/shows HTTP/1.1" + HOST), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void anUnknownMethodIsNotAllowed() throws Exception {
        problem(raw("BREW /v1/shows HTTP/1.1" + HOST), 401, "UNAUTHENTICATED");
        String response = raw("BREW /v1/shows HTTP/1.1\r\nAuthorization: Bearer " + admin() + HOST);
        problem(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response).contains("\r\nAllow: ");
    }

    @Test
    void theProtocolsOwnRefusalsAreProblems() throws Exception {
        problem(raw("GET /v1/shows HTTP/3.7" + HOST), 505, "HTTP_VERSION_NOT_SUPPORTED");
        problem(raw("POST /v1/shows HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gizmo\r\n\r\n"), 501, "NOT_IMPLEMENTED");
    }
}
