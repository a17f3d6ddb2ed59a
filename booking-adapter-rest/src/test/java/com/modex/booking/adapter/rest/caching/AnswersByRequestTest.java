package com.modex.booking.adapter.rest.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Only a request in the same words is answered without its words being taken apart. */
class AnswersByRequestTest {
    private final Reading<String> reading = new Reading<>("key", () -> 0, Optional::empty);
    private final AnswersByRequest answers = new AnswersByRequest();

    AnswersByRequestTest() {
        answers.remember(request("GET", "/v1/shows", "limit=5", "application/json"), reading);
    }

    @Test
    void theSameWordsFindWhatAnsweredThem() {
        assertThat(answers.find(request("GET", "/v1/shows", "limit=5", "application/json")))
                .isSameAs(reading);
        assertThat(answers.find(request("HEAD", "/v1/shows", "limit=5", "application/json")))
                .as("it is answered alike")
                .isSameAs(reading);
    }

    @Test
    void anyOtherWordsFindNothing() {
        assertThat(answers.find(request("POST", "/v1/shows", "limit=5", "application/json")))
                .isNull();
        assertThat(answers.find(request("GET", "/v1/show", "limit=5", "application/json")))
                .isNull();
        assertThat(answers.find(request("GET", "/v1/shows", "limit=6", "application/json")))
                .isNull();
        assertThat(answers.find(request("GET", "/v1/shows", null, "application/json")))
                .isNull();
        assertThat(answers.find(request("GET", "/v1/shows", "limit=5", "text/html")))
                .isNull();
        assertThat(answers.find(request("GET", "/v1/shows", "limit=5", null))).isNull();

        var twice = request("GET", "/v1/shows", "limit=5", "application/json");
        twice.addHeader("Accept", "text/html");
        assertThat(answers.find(twice)).isNull();
    }

    @Test
    void nobodyWhoAsksInManyWordsMakesItTakeMoreThanSoMuchMemory() {
        IntStream.range(0, 3_000)
                .forEach(i -> answers.remember(request("GET", "/v1/shows", i + "x".repeat(1_000), null), reading));

        assertThat(answers.weight()).isBetween(1L << 20, 2L << 20);
    }

    private static MockHttpServletRequest request(
            String method, String path, @Nullable String query, @Nullable String accept) {
        var request = new MockHttpServletRequest(method, path);
        request.setQueryString(query);
        if (accept != null) {
            request.addHeader("Accept", accept);
        }
        return request;
    }
}
