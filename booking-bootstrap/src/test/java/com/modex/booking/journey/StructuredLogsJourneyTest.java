package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outside of {@code local} each line of the log is a JSON object in the Elastic Common Schema. */
@ExtendWith(OutputCaptureExtension.class)
class StructuredLogsJourneyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** The form of a token; whether it is one nobody can say while the issuer does not answer, which is logged. */
    private static final String UNCHECKED = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.eyJzdWIiOiJhIn0.c2lnbmVk";

    @Test
    void everyLineIsOneAndSaysWhichRequestItBelongsTo(CapturedOutput output) {
        try (var server = RunningServer.startInProfile(
                "production",
                "--JWT_ISSUER_URI=http://127.0.0.1:9",
                "--JWT_JWK_SET_URI=http://127.0.0.1:9/keys",
                "--JWT_AUDIENCE=booking")) {
            var refused = server.send(server.request(UNCHECKED, "/v1/bookings")
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .GET());
            assertThat(refused.status()).isEqualTo(503);
        }

        // What the test itself says before the server starts goes another way.
        var lines =
                output.getOut().lines().dropWhile(line -> !line.startsWith("{")).toList();
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            JsonNode event = JSON.readTree(line);
            assertThat(event.path("@timestamp").asString()).isNotEmpty();
            assertThat(event.path("log").path("level").asString()).isNotEmpty();
            assertThat(event.path("message").asString()).isNotEmpty();
        });
        assertThat(lines).anySatisfy(line -> {
            JsonNode event = JSON.readTree(line);
            assertThat(event.path("trace_id").asString()).isEqualTo(TRACE);
            assertThat(event.path("log").path("level").asString()).isEqualTo("WARN");
        });
        assertThat(output.getAll()).doesNotContain(UNCHECKED);
    }
}
