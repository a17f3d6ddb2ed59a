package com.modex.booking.adapter.rest.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BulkheadTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong stopwatch = new AtomicLong();

    @Test
    void thereAreSoManyPlaces() throws InterruptedException {
        var bulkhead = bulkhead(2, Duration.ofMillis(1));

        assertThat(bulkhead.enter(Duration.ZERO)).isTrue();
        assertThat(bulkhead.enter(Duration.ZERO)).isTrue();
        assertThat(bulkhead.enter(Duration.ZERO)).isFalse();
        bulkhead.leave();
        assertThat(bulkhead.enter(Duration.ZERO)).isTrue();
    }

    @Test
    void whoFindsNoPlaceGetsTheNextThatIsFree() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter(Duration.ZERO);

        assertThat(waits(bulkhead, Duration.ZERO)).isTrue();
    }

    @Test
    void whereNobodyComesOutNobodyWaits() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter(Duration.ZERO);

        stopwatch.addAndGet(LONG.toNanos());

        assertThat(bulkhead.enter(Duration.ZERO)).isFalse();
    }

    @Test
    void aQuietHourIsNoStandstill() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        stopwatch.addAndGet(Duration.ofHours(1).toNanos());
        bulkhead.enter(Duration.ZERO);

        assertThat(waits(bulkhead, Duration.ZERO)).isTrue();
    }

    @Test
    void whoHasWaitedElsewhereDoesNotWaitAgain() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter(Duration.ZERO);

        assertThat(bulkhead.enter(LONG)).isFalse();
    }

    @Test
    void whereACrowdStaysNobodyWaitsForLong() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter(Duration.ZERO);

        aPlaceIsTakenBySomebodyWhoHadToWait(bulkhead);
        assertThat(waits(bulkhead, LONG.dividedBy(20))).isTrue();

        stopwatch.addAndGet(LONG.toNanos());
        aPlaceIsTakenBySomebodyWhoHadToWait(bulkhead);
        assertThat(waits(bulkhead, LONG.dividedBy(20))).isFalse();
    }

    @Test
    void theCrowdIsGoneOnceSomebodyFindsAPlaceFree() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter(Duration.ZERO);
        stopwatch.addAndGet(LONG.toNanos());
        aPlaceIsTakenBySomebodyWhoHadToWait(bulkhead);

        bulkhead.leave();
        bulkhead.enter(Duration.ZERO);

        assertThat(waits(bulkhead, LONG.dividedBy(20))).isTrue();
    }

    private void aPlaceIsTakenBySomebodyWhoHadToWait(Bulkhead bulkhead) throws InterruptedException {
        bulkhead.leave();
        bulkhead.enter(LONG.dividedBy(2));
    }

    /** Whether somebody who has waited for that long elsewhere is let wait for a place that is given back in the end. */
    private boolean waits(Bulkhead bulkhead, Duration before) throws InterruptedException {
        var waiting = new CompletableFuture<Boolean>();
        var thread = Thread.ofVirtual().start(() -> waiting.complete(enter(bulkhead, before)));
        while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        if (!thread.isAlive()) {
            return waiting.join();
        }
        bulkhead.leave();
        return waiting.join();
    }

    private Bulkhead bulkhead(int places, Duration patience) {
        return new Bulkhead(places, patience, stopwatch::get);
    }

    private static boolean enter(Bulkhead bulkhead, Duration waited) {
        try {
            return bulkhead.enter(waited);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
