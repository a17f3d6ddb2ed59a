package com.modex.booking.adapter.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A caller may send a burst, and then as many a second as the rate says. */
class CallerBucketsTest {
    private final Stopwatch stopwatch = new Stopwatch();
    private final CallerBuckets buckets = new CallerBuckets(new Rate(2), stopwatch, null);

    @Test
    void afterTheBurstTheRateCounts() {
        assertThat(admitted("alice", 100)).isEqualTo(20);

        stopwatch.forward(Duration.ofMillis(499));
        assertThat(buckets.take("alice")).isEqualTo(Duration.ofMillis(1));
        stopwatch.forward(Duration.ofMillis(1));
        assertThat(admitted("alice", 100)).isEqualTo(1);

        stopwatch.forward(Duration.ofSeconds(3));
        assertThat(admitted("alice", 100)).isEqualTo(6);
    }

    @Test
    void whatIsNotUsedIsSavedUpToTheBurst() {
        assertThat(admitted("alice", 100)).isEqualTo(20);

        stopwatch.forward(Duration.ofHours(1));

        assertThat(admitted("alice", 100)).isEqualTo(20);
    }

    @Test
    void theWaitIsUntilTheNextRequestMayPass() {
        assertThat(admitted("alice", 20)).isEqualTo(20);

        assertThat(buckets.take("alice")).isEqualTo(Duration.ofMillis(500));
        assertThat(buckets.take("alice")).as("asking in vain costs nothing").isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void callersDoNotUseUpEachOthersShare() {
        assertThat(admitted("alice", 100)).isEqualTo(20);

        assertThat(admitted("bob", 100)).isEqualTo(20);
    }

    @Test
    void aCallerIsRememberedAmongManyOthers() {
        assertThat(admitted("alice", 100)).isEqualTo(20);

        IntStream.range(0, 10_000).forEach(i -> buckets.take("caller " + i));

        assertThat(buckets.take("alice")).isPositive();
    }

    @Test
    void callersWithoutEndTakeOnlySoMuchMemory() {
        IntStream.range(0, 300_000).forEach(i -> buckets.take("caller " + i));

        assertThat(buckets.size()).isLessThanOrEqualTo(100_000);
    }

    private long admitted(String caller, int requests) {
        return IntStream.range(0, requests)
                .filter(_ -> buckets.take(caller).isZero())
                .count();
    }
}
