package com.modex.booking.adapter.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Servers on one store let a caller have one share between them, and each counts for itself while the store is away. */
class SharedBucketsTest {
    private static final Rate RATE = new Rate(5);
    private static final int BURST = 50;

    private final Stopwatch stopwatch = new Stopwatch();
    private final StoreInMemory store = new StoreInMemory(stopwatch);
    private final CallerBuckets one = server(RATE);
    private final CallerBuckets other = server(RATE);

    @Test
    void aCallerHasOneBurstOnAllServersTogether() {
        long admitted = IntStream.range(0, 200)
                .filter(request ->
                        (request % 2 == 0 ? one : other).take("alice").isZero())
                .count();

        assertThat(admitted).isBetween((long) BURST, BURST + 2L * RATE.perSecond());
    }

    @Test
    void whatOneServerHasLetThroughIsMissingAtTheOther() {
        assertThat(admitted(one, "alice", 100)).isEqualTo(BURST);

        assertThat(admitted(other, "alice", 100)).isLessThanOrEqualTo(RATE.perSecond());
        assertThat(admitted(other, "bob", 100)).isEqualTo(BURST);
    }

    @Test
    void inTheLongRunTheRateIsKept() {
        long admitted = admitted(one, "alice", 100) + admitted(other, "alice", 100);
        for (int tenth = 0; tenth < 600; tenth++) {
            stopwatch.forward(Duration.ofMillis(100));
            admitted += admitted(one, "alice", 3) + admitted(other, "alice", 3);
        }

        assertThat(admitted).isBetween(BURST + 60L * RATE.perSecond() - 20, BURST + 60L * RATE.perSecond() + 20);
    }

    @Test
    void theStoreIsSeldomAskedForABusyCaller() {
        one.take("alice");
        int atFirst = store.asked;
        assertThat(admitted(one, "alice", BURST - 1)).isEqualTo(BURST - 1);

        assertThat(store.asked - atFirst).isLessThanOrEqualTo(BURST / RATE.perSecond());
    }

    @Test
    void theStoreIsNotAskedForWhoeverHasUsedUpWhatThisServerWouldGive() {
        admitted(one, "alice", BURST);
        stopwatch.forward(Duration.ofMillis(1));
        int asked = store.asked;

        assertThat(admitted(one, "alice", 1_000)).isZero();

        assertThat(store.asked).isEqualTo(asked);
    }

    @Test
    void theWaitIsForWhatIsSharedAndToAskInVainCostsNothing() {
        admitted(one, "alice", 100);
        admitted(other, "alice", 100);

        assertThat(other.take("alice")).isPositive();
        stopwatch.forward(Duration.ofSeconds(20));

        assertThat(admitted(other, "alice", 100)).isEqualTo(BURST);
    }

    @Test
    void whileTheStoreFailsEachServerCountsForItself() {
        store.fails = true;

        assertThat(admitted(one, "alice", 100)).isEqualTo(BURST);
        assertThat(admitted(other, "alice", 100)).isEqualTo(BURST);
        assertThat(store.asked).as("once by each server").isEqualTo(2);
    }

    @Test
    void aStoreThatFailsGivesNobodyASecondBurst() {
        assertThat(admitted(one, "alice", BURST - 10)).isEqualTo(BURST - 10);

        store.fails = true;

        assertThat(admitted(one, "alice", 100)).isEqualTo(10);
    }

    @Test
    void onceTheStoreIsBackTheServersCountTogetherAgain() {
        store.fails = true;
        one.take("alice");
        other.take("alice");

        store.fails = false;
        stopwatch.forward(Breaker.PAUSE);

        assertThat(admitted(one, "bob", 100)).isEqualTo(BURST);
        assertThat(admitted(other, "bob", 100)).isLessThanOrEqualTo(RATE.perSecond());
    }

    @Test
    void aBucketThatTheStoreHasForgottenIsAFullOne() {
        admitted(one, "alice", 100);
        store.states.clear();
        stopwatch.forward(Duration.ofSeconds(10));

        assertThat(admitted(one, "alice", 100)).isEqualTo(BURST);
    }

    @Test
    void underAnotherRateItIsAnotherBucket() {
        admitted(one, "alice", 100);

        assertThat(admitted(server(new Rate(7)), "alice", 100)).isEqualTo(70);
    }

    @Test
    void theStoreIsNotToldWhoCalls() {
        one.take("user alice");
        one.take("user \0" + "x".repeat(10_000));

        assertThat(store.states.keySet()).hasSize(2).allMatch(key -> key.matches("[0-9a-f]{64}"));
    }

    private CallerBuckets server(Rate rate) {
        return new CallerBuckets(rate, stopwatch, new SharedBuckets(store, rate, stopwatch, stopwatch));
    }

    private static long admitted(CallerBuckets server, String caller, int requests) {
        return IntStream.range(0, requests)
                .filter(_ -> server.take(caller).isZero())
                .count();
    }
}
