package com.modex.booking.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

final class ProblemAssertions {
    private static final Map<String, String> HEADERS_OF_ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "X-XSS-Protection", "0");

    private ProblemAssertions() {}

    static JsonNode problem(int actual, HttpHeaders headers, String body, int status, String code) {
        assertThat(actual).as(body).isEqualTo(status);
        assertThat(headers.firstValue("Content-Type").orElse("")).as(body).startsWith("application/problem+json");
        assertThat(headers.allValues("Cache-Control")).as(body).containsExactly("no-store");
        hasSecurityHeaders(headers);
        JsonNode problem = OverHttp.JSON.readTree(body);
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("code").asString()).as(body).isEqualTo(code);
        assertThat(problem.path("type").asString())
                .isEqualTo(
                        "urn:booking:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("trace_id").asString()).matches("[0-9a-f]{32}");
        assertThat(body).doesNotContain("Exception", "java.", "springframework", "SELECT", "tomcat");
        return problem;
    }

    /** Each of them once, whoever has given the answer. */
    static void hasSecurityHeaders(HttpHeaders headers) {
        HEADERS_OF_ALL.forEach(
                (name, value) -> assertThat(headers.allValues(name)).as(name).containsExactly(value));
    }
}
