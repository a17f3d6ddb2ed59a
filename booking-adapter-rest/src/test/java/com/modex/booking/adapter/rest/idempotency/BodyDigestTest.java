package com.modex.booking.adapter.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bodies that say the same have one digest, and bodies that do not have two. */
class BodyDigestTest {
    private static final Instant NOON = Instant.parse("2030-01-31T12:00:00Z");

    record Request(
            @Nullable String name,
            @Nullable Instant at,
            @Nullable List<@Nullable Integer> seats,
            @Nullable Boolean confirm,
            @Nullable Inner inner) {}

    record Inner(@Nullable String text, int count) {}

    /** The fields of {@link Inner} and one that came later. */
    record LaterInner(
            int count, @Nullable String later, @Nullable String text) {}

    @Test
    void theSameContentHasTheSameDigestInEveryRun() {
        assertThat(BodyDigest.of(request("a", List.of(3, 4), true)))
                .isEqualTo(BodyDigest.of(request("a", Arrays.asList(3, 4), true)))
                // Of
                // {"at":"2030-01-31T12:00:00Z","confirm":true,"inner":{"count":1,"text":"x"},"name":"a","seats":[3,4]}
                .isEqualTo("206dfc7b97601e516acb90e0300aaeb8d9ab81784edffdf8de40eca29787027c");
    }

    @Test
    void aFieldThatIsNullCountsAsLeftOut() {
        assertThat(BodyDigest.of(new LaterInner(1, null, "x"))).isEqualTo(BodyDigest.of(new Inner("x", 1)));
        assertThat(BodyDigest.of(new LaterInner(1, "y", "x"))).isNotEqualTo(BodyDigest.of(new Inner("x", 1)));
    }

    @Test
    void theOrderOfTheFieldsDoesNotCount() {
        var one = new LinkedHashMap<String, Integer>();
        one.put("a", 1);
        one.put("b", 2);
        var other = new LinkedHashMap<String, Integer>();
        other.put("b", 2);
        other.put("a", 1);

        assertThat(BodyDigest.of(one)).isEqualTo(BodyDigest.of(other));
    }

    @Test
    void everyDifferenceInContentShows() {
        assertThat(List.of(
                        BodyDigest.of(request("a", List.of(3, 4), true)),
                        BodyDigest.of(request("b", List.of(3, 4), true)),
                        BodyDigest.of(request("a", List.of(4, 3), true)),
                        BodyDigest.of(request("a", List.of(34), true)),
                        BodyDigest.of(request("a", List.of(), true)),
                        BodyDigest.of(request("a", null, true)),
                        BodyDigest.of(request("a", List.of(3, 4), false)),
                        BodyDigest.of(request("a", List.of(3, 4), null)),
                        BodyDigest.of(new Request("a", NOON.plusNanos(1000), List.of(3, 4), true, new Inner("x", 1))),
                        BodyDigest.of(new Request("a", NOON, List.of(3, 4), true, new Inner("x", 2))),
                        BodyDigest.of(Map.of("text", 1)),
                        BodyDigest.of(Map.of("text", "1"))))
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    private static Request request(String name, @Nullable List<@Nullable Integer> seats, @Nullable Boolean confirm) {
        return new Request(name, NOON, seats, confirm, new Inner("x", 1));
    }
}
