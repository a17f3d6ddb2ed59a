package com.modex.booking.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.fuzz.DescribedRequests.Tokens;
import com.modex.booking.fuzz.WireRequest.Kind;
import com.modex.booking.journey.DescribedApi;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is drawn can be drawn again, and is of all kinds. */
class DescribedRequestsTest {
    private static final int DRAWN = 5_000;

    @Test
    void theSameSeedDrawsTheSameRequests() {
        assertThat(draw(1)).isEqualTo(draw(1)).isNotEqualTo(draw(2));
    }

    private static List<String> draw(long seed) {
        var requests = requests();
        return LongStream.range(0, DRAWN)
                .mapToObj(number -> requests.draw(new SplittableRandom(seed + DRAWN * number)))
                .map(WireRequest::wire)
                .toList();
    }

    @Test
    void everyOperationIsDrawnRightAndNearlyRight() {
        var requests = requests();
        var drawn = LongStream.range(0, DRAWN)
                .mapToObj(number -> requests.draw(new SplittableRandom(number)))
                .collect(Collectors.groupingBy(
                        WireRequest::kind, Collectors.mapping(WireRequest::operation, Collectors.toSet())));

        assertThat(drawn.get(Kind.RIGHT)).containsExactlyInAnyOrderElementsOf(requests.operations());
        assertThat(drawn.get(Kind.NEARLY_RIGHT)).containsExactlyInAnyOrderElementsOf(requests.operations());
        assertThat(drawn.get(Kind.GARBAGE)).hasSize(7);
    }

    private static DescribedRequests requests() {
        return new DescribedRequests(
                DescribedApi.CHECKED_IN.description(),
                Instant.parse("2027-01-01T00:00:00Z"),
                new Tokens(Map.of("alice", "a"), "b", List.of("c")),
                new Known());
    }
}
