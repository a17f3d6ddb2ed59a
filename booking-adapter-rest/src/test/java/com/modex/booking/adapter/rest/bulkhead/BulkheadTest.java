package com.modex.booking.adapter.rest.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

        assertThat(bulkhead.enter(stopwatch.get())).isTrue();
        assertThat(bulkhead.enter(stopwatch.get())).isTrue();
        assertThat(bulkhead.enter(stopwatch.get())).isFalse();
        bulkhead.leave();
        assertThat(bulkhead.enter(stopwatch.get())).isTrue();
    }

    @Test
    void whoFindsNoPlaceGetsTheNextThatIsFree() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter(stopwatch.get());

        var waiting = CompletableFuture.supplyAsync(() -> enter(bulkhead, stopwatch.get()));
        assertThat(waiting.isDone()).isFalse();
        bulkhead.leave();

        assertThat(waiting.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void whereNobodyComesOutNobodyWaits() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter(stopwatch.get());

        stopwatch.addAndGet(LONG.toNanos());

        assertThat(bulkhead.enter(stopwatch.get())).isFalse();
    }

    @Test
    void aQuietHourIsNoStandstill() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        stopwatch.addAndGet(Duration.ofHours(1).toNanos());
        bulkhead.enter(stopwatch.get());

        var waiting = CompletableFuture.supplyAsync(() -> enter(bulkhead, stopwatch.get()));
        bulkhead.leave();

        assertThat(waiting.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void whoHasWaitedElsewhereDoesNotWaitAgain() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter(stopwatch.get());

        assertThat(bulkhead.enter(stopwatch.get() - LONG.toNanos())).isFalse();
    }

    @Test
    void whereACrowdStaysNobodyWaitsForLong() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter(stopwatch.get());

        aPlaceIsTakenBySomebodyWhoHadToWait(bulkhead);
        assertThat(waits(bulkhead, LONG.dividedBy(20))).isTrue();

        stopwatch.addAndGet(LONG.toNanos());
        aPlaceIsTakenBySomebodyWhoHadToWait(bulkhead);
        assertThat(waits(bulkhead, LONG.dividedBy(20))).isFalse();
    }

    @Test
    void theCrowdIsGoneOnceSomebodyFindsAPlaceFree() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter(stopwatch.get());
        stopwatch.addAndGet(LONG.toNanos());
        aPlaceIsTakenBySomebodyWhoHadToWait(bulkhead);

        bulkhead.leave();
        bulkhead.enter(stopwatch.get());

        assertThat(waits(bulkhead, LONG.dividedBy(20))).isTrue();
    }

    private void aPlaceIsTakenBySomebodyWhoHadToWait(Bulkhead bulkhead) throws InterruptedException {
        bulkhead.leave();
        bulkhead.enter(stopwatch.get() - LONG.dividedBy(2).toNanos());
    }

    /** Whether somebody who has waited for that long elsewhere is let wait for a place that is given back in the end. */
    private boolean waits(Bulkhead bulkhead, Duration before) throws InterruptedException {
        long arrival = stopwatch.get() - before.toNanos();
        var waiting = new CompletableFuture<Boolean>();
        var thread = Thread.ofVirtual().start(() -> waiting.complete(enter(bulkhead, arrival)));
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

    private static boolean enter(Bulkhead bulkhead, long arrival) {
        try {
            return bulkhead.enter(arrival);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
