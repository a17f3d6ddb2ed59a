package com.modex.booking.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

final class ProblemAssertions {
    private ProblemAssertions() {}

    static JsonNode problem(int actual, String contentType, String body, int status, String code) {
        assertThat(actual).as(body).isEqualTo(status);
        assertThat(contentType).as(body).startsWith("application/problem+json");
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
}
