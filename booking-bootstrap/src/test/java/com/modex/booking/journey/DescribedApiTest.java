package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.journey.DescribedApi.Seen;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Answers that the journeys would let through if they were not held against the description. */
class DescribedApiTest {
    private static final DescribedApi API = DescribedApi.CHECKED_IN;
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private static final String SHOW = """
            {"id": "1", "name": "Hamlet", "type": "SHOW", "start_time": "2027-06-01T19:30:00Z", "total_seats": 8,
             "sections": [{"name": "Stalls", "rows": 4, "seats_per_row": 2}], "status": "SCHEDULED", "sales_open_at": null,
             "sales_close_at": "2027-06-01T19:30:00Z", "max_seats_per_user": null, "hold_seconds": 120,
             "created_at": "2026-11-25T00:44:01.499565Z"}
            """;

    private static final String REFUSAL = """
            {"type": "urn:booking:problem:booking-cancelled", "title": "t", "status": 409, "detail": "d",
             "instance": "/v1/bookings/1/confirm", "code": "BOOKING_CANCELLED",
             "trace_id": "c91e5551e9f8e3f370dcbfc302369f7b"}
            """;

    @Test
    void hasNothingAgainstWhatIsDescribed() {
        assertThat(objections("POST", "/v1/shows", 201, JSON, SHOW)).isEmpty();
        assertThat(objections("GET", "/v1/shows/1", 200, JSON, SHOW)).isEmpty();
        assertThat(objections("GET", "/v1/shows/1", 304, "", "")).isEmpty();
        assertThat(objections("HEAD", "/v1/shows/1", 200, JSON, "")).isEmpty();
        assertThat(objections("POST", "/v1/bookings/1/confirm", 409, PROBLEM, REFUSAL))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "total_seats": 8           | "total_seats": "8"
            "total_seats": 8           | "total_seats": 8.5
            "total_seats": 8           | "total_seats": null
            "total_seats": 8,          | ''
            "total_seats": 8           | "total_seats": 8, "secret": 1
            "rows": 4                  | "rows": 4, "secret": 1
            "type": "SHOW"             | "type": "CIRCUS"
            "status": "SCHEDULED"      | "status": "scheduled"
            "sales_open_at": null      | "sales_open_at": 4102444800
            "sales_open_at": null      | "sales_open_at": "tomorrow"
            """)
    void objectsToABodyThatIsNotDescribed(String right, String wrong) {
        assertThat(objections("GET", "/v1/shows/1", 200, JSON, SHOW.replace(right, wrong)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/shows/1, 418", "POST, /v1/shows, 200", "POST, /v1/bookings/1/cancel, 409"})
    void objectsToAStatusThatIsNotDescribed(String method, String path, int status) {
        assertThat(objections(method, path, status, JSON, SHOW)).containsExactly("the status is not described");
    }

    @Test
    void objectsToACodeThatIsNotOneOfTheOperation() {
        assertThat(objections(
                        "POST",
                        "/v1/bookings/1/confirm",
                        409,
                        PROBLEM,
                        REFUSAL.replace("BOOKING_CANCELLED", "SALES_CLOSED")))
                .containsExactly("the operation does not answer SALES_CLOSED");
    }

    @Test
    void objectsToAMediaTypeThatIsNotDescribed() {
        assertThat(objections("GET", "/v1/shows/1", 200, "text/html", SHOW))
                .containsExactly("the media type is text/html");
        assertThat(objections("POST", "/v1/bookings/1/confirm", 409, JSON, REFUSAL))
                .containsExactly("the media type is application/json");
    }

    @Test
    void objectsToAnswersWithoutAHeaderThatIsPromised() {
        var seen = new Seen("POST", "/v1/shows", 201, headers(Map.of("Content-Type", JSON)), SHOW);

        assertThat(API.objectionsTo(seen))
                .containsExactly("the header Location is missing or wrong", "the header ETag is missing or wrong");
    }

    @Test
    void objectsToABodyWhereThereIsNone() {
        assertThat(objections("GET", "/v1/shows/1", 304, JSON, SHOW)).containsExactly("there is a body");
    }

    @Test
    void objectsToAnOperationThatIsNotDescribed() {
        assertThat(objections("GET", "/v1/secrets", 200, JSON, "{}")).containsExactly("there is no such operation");
        assertThat(objections("DELETE", "/v1/shows/1", 200, JSON, "{}")).containsExactly("there is no such operation");
        assertThat(objections("DELETE", "/v1/shows/1", 409, PROBLEM, REFUSAL))
                .containsExactly("there is no operation that could answer BOOKING_CANCELLED");
    }

    @Test
    void objectsToErrorsThatAreNoProblems() {
        assertThat(objections("GET", "/nowhere", 404, "text/html", "<html>")).isNotEmpty();
        assertThat(objections("GET", "/nowhere", 404, PROBLEM, "<html>")).isNotEmpty();
        assertThat(objections("GET", "/nowhere", 404, PROBLEM, "{}")).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void hasNothingAgainstTheDescriptionsOwnExamples(String schema, JsonNode example) {
        assertThat(API.objectionsTo(example.toString(), schema)).isEmpty();
    }

    static Stream<Arguments> examples() {
        var found = Stream.<Arguments>builder();
        collectExamples("#", API.description(), found);
        return found.build();
    }

    private static void collectExamples(String location, JsonNode node, Stream.Builder<Arguments> found) {
        for (JsonNode example : node.has("schema") ? node.path("examples") : List.<JsonNode>of()) {
            found.add(Arguments.of(location + "/schema", example.path("value")));
        }
        for (var entry : node.properties()) {
            if (!entry.getKey().equals("value")) {
                collectExamples(
                        location + "/" + entry.getKey().replace("~", "~0").replace("/", "~1"), entry.getValue(), found);
            }
        }
    }

    /** With all headers that an answer could promise. */
    private static List<String> objections(String method, String path, int status, String mediaType, String body) {
        var headers = new LinkedHashMap<>(Map.of("Location", "/v1/shows/1", "ETag", "\"1\""));
        headers.put("Content-Type", mediaType);
        return API.objectionsTo(new Seen(method, path, status, headers(headers), body));
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        var lists = new LinkedHashMap<String, List<String>>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return HttpHeaders.of(lists, (name, value) -> true);
    }
}
