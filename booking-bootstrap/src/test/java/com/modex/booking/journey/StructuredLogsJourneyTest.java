package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private static final String REFUSED = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String FAILED = "0af7651916cd43dd8448eb211c80319c";

    /** The form of a token; whether it is one nobody can say while the issuer does not answer, which is logged. */
    private static final String UNCHECKED = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.eyJzdWIiOiJhIn0.c2lnbmVk";

    @Test
    void everyLineIsOneAndSaysWhichRequestItBelongsTo(CapturedOutput output) {
        List<String> whileAsked;
        try (var server = RunningServer.startInProfile(
                "production",
                "--JWT_ISSUER_URI=http://127.0.0.1:9",
                "--JWT_JWK_SET_URI=http://127.0.0.1:9/keys",
                "--JWT_AUDIENCE=booking",
                // Nobody but the requests has anything to say meanwhile.
                "--booking.sweep-interval=1h")) {
            // What Spring MVC and the pool say when they are used for the first time belongs to nobody's request.
            assertThat(server.get(null, "/v1/shows?limit=1").status()).isEqualTo(200);
            int asked = output.getOut().length();

            assertThat(askInTrace(server, UNCHECKED, "/v1/bookings", REFUSED)).isEqualTo(503);
            server.execute("ALTER TABLE shows RENAME COLUMN name TO title");
            assertThat(askInTrace(server, null, "/v1/shows", FAILED)).isEqualTo(500);

            whileAsked = output.getOut().substring(asked).lines().toList();
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
        assertThat(whileAsked)
                .extracting(line -> traceAndLevel(JSON.readTree(line)))
                .as("%s", whileAsked)
                .contains(REFUSED + " WARN", FAILED + " ERROR")
                .allMatch(line -> line.startsWith(REFUSED) || line.startsWith(FAILED));
        assertThat(output.getAll()).doesNotContain(UNCHECKED);
    }

    private static int askInTrace(RunningServer server, @Nullable String token, String path, String trace) {
        return server.send(server.request(token, path)
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .GET())
                .status();
    }

    private static String traceAndLevel(JsonNode event) {
        return event.path("trace_id").asString("none") + " "
                + event.path("log").path("level").asString();
    }
}
