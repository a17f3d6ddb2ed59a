package com.modex.booking.adapter.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.probe.OverHttp;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsOverHttpTest extends OverHttp {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void aRefusalSaysWhatItKnows() throws Exception {
        var problem = problem(send("GET", "/v1/probe/fail/seats", user()), 409, "SEATS_UNAVAILABLE");

        assertThat(problem.path("title").asString()).isEqualTo(ProblemCode.SEATS_UNAVAILABLE.title());
        assertThat(problem.path("detail").asString()).isEqualTo("Seat 3 is taken.");
        assertThat(problem.path("instance").asString()).isEqualTo("/v1/probe/fail/seats");
        assertThat(problem.path("alternatives")).isEqualTo(JSON.readTree("[[7, 8]]"));
        assertThat(problem.path("seats")).isEqualTo(JSON.readTree("[{\"number\": 3, \"reason\": \"BOOKED\"}]"));
    }

    @Test
    void aRefusedValueAndAnOutageAreToldApart() throws Exception {
        var value = problem(send("GET", "/v1/probe/fail/value", user()), 400, "VALIDATION_FAILED");
        assertThat(value.path("errors").path(0).path("code").asString()).isEqualTo("TOO_LONG");

        var outage = send("GET", "/v1/probe/fail/unavailable", user());
        problem(outage, 503, "UNAVAILABLE");
        assertThat(outage.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void theUnexpectedIsLoggedOnceWithItsTraceAndToldToNobody(CapturedOutput output) throws Exception {
        var problem = problem(send("GET", "/v1/probe/fail/bug", user()), 500, "INTERNAL_ERROR");

        assertThat(problem.toString()).doesNotContain("secret");
        assertThat(output.getOut().split("A request came to an unexpected end", -1))
                .hasSize(2);
        assertThat(output).contains("SELECT secret FROM seat");
    }

    @Test
    void theTraceIsTheCallersWhereItIsValid() throws Exception {
        assertThat(traceOf("00-" + TRACE + "-b7ad6b7169203331-01")).isEqualTo(TRACE);
        assertThat(traceOf("00-" + TRACE + "-b7ad6b7169203331-01-more")).isNotEqualTo(TRACE);
        assertThat(traceOf("00-" + TRACE + "-0000000000000000-01")).isNotEqualTo(TRACE);
        assertThat(traceOf("ff-" + TRACE + "-b7ad6b7169203331-01")).isNotEqualTo(TRACE);
        assertThat(traceOf("00-" + "0".repeat(32) + "-b7ad6b7169203331-01")).isNotEqualTo("0".repeat(32));
        assertThat(traceOf("x")).isNotEqualTo(traceOf("x"));
    }

    private String traceOf(String traceparent) throws Exception {
        return problem(send(request("/unknown").header("traceparent", traceparent)), 404, "NOT_FOUND")
                .path("trace_id")
                .asString();
    }

    @Test
    void aMethodThatIsNotThereIsToldWithThoseThatAre() throws Exception {
        var response = send("DELETE", "/v1/shows", admin());

        problem(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /unknown,       404, NOT_FOUND",
        "DELETE, /v1/shows,      405, METHOD_NOT_ALLOWED",
        "GET,    /v1/shows,      406, NOT_ACCEPTABLE",
        "POST,   /v1/probe/echo, 406, NOT_ACCEPTABLE",
        "GET,    /v1/probe/fail/bug, 406, NOT_ACCEPTABLE"
    })
    void problemsComeWhateverTheClientAccepts(String method, String path, int status, String code) throws Exception {
        for (String accept : new String[] {"text/html", "image/png", "application/yaml", "application/xml"}) {
            var response = send(request(path)
                    .header("Authorization", "Bearer " + admin())
                    .header("Content-Type", "application/json")
                    .header("Accept", accept)
                    .method(method, HttpRequest.BodyPublishers.ofString("{}")));
            problem(response, status, code);
        }
    }

    @Test
    void parametersOfTheWrongTypeAreNamed() throws Exception {
        var wrong = problem(send("GET", "/v1/probe/page?limit=many", user()), 400, "VALIDATION_FAILED");
        assertThat(wrong.path("errors").path(0).path("pointer").asString()).isEqualTo("/limit");
        assertThat(wrong.path("errors").path(0).path("code").asString()).isEqualTo("WRONG_TYPE");

        var missing = problem(send("GET", "/v1/probe/page", user()), 400, "VALIDATION_FAILED");
        assertThat(missing.path("errors").path(0).path("code").asString()).isEqualTo("REQUIRED");
    }

    @Test
    void aBodyOfTheLargestSizeIsRead() throws Exception {
        byte[] body = bodyOf(BodyLimitFilter.MAX_BYTES);

        assertThat(post("/v1/probe/echo", body).statusCode()).isEqualTo(200);
        assertThat(send(chunked(body)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {BodyLimitFilter.MAX_BYTES + 1, 200_000, 1_000_000})
    void aLargerBodyIsRefusedWithItsLengthDeclaredOrNot(int size) throws Exception {
        byte[] body = bodyOf(size);

        problem(post("/v1/probe/echo", body), 413, "PAYLOAD_TOO_LARGE");
        problem(send(chunked(body)), 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void aBodyThatClaimsSixtyMegabytesIsRefusedUnread() throws Exception {
        problem(
                raw("POST /v1/probe/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 60000000\r\n\r\n{"),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    private HttpRequest.Builder chunked(byte[] body) {
        return request("/v1/probe/echo")
                .header("Authorization", "Bearer " + user())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private static byte[] bodyOf(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) ' ');
        byte[] json = "{\"plain\": 1}".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(json, 0, body, size - json.length, json.length);
        return body;
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyCodeHasATypeATitleAndAnErrorStatus(ProblemCode code) {
        assertThat(code.type().toString()).matches("urn:booking:problem:[a-z-]+");
        assertThat(code.title()).isNotBlank();
        assertThat(code.status()).isBetween(400, 599);
        assertThat(ProblemCode.ofStatus(code.status()).status()).isIn(code.status(), 400);
    }
}
