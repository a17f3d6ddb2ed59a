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

        assertThat(bulkhead.enter()).isTrue();
        assertThat(bulkhead.enter()).isTrue();
        assertThat(bulkhead.enter()).isFalse();
        bulkhead.leave();
        assertThat(bulkhead.enter()).isTrue();
    }

    @Test
    void whoFindsNoPlaceGetsTheNextThatIsFree() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter();

        var waiting = CompletableFuture.supplyAsync(() -> enter(bulkhead));
        assertThat(waiting.isDone()).isFalse();
        bulkhead.leave();

        assertThat(waiting.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }

    @Test
    void whereNobodyComesOutNobodyWaits() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        bulkhead.enter();

        stopwatch.addAndGet(LONG.toNanos());

        assertThat(bulkhead.enter()).isFalse();
    }

    @Test
    void aQuietHourIsNoStandstill() throws InterruptedException {
        var bulkhead = bulkhead(1, LONG);
        stopwatch.addAndGet(Duration.ofHours(1).toNanos());
        bulkhead.enter();

        var waiting = CompletableFuture.supplyAsync(() -> enter(bulkhead));
        bulkhead.leave();

        assertThat(waiting.orTimeout(10, TimeUnit.SECONDS).join()).isTrue();
    }

    private Bulkhead bulkhead(int places, Duration patience) {
        return new Bulkhead(places, patience, stopwatch::get);
    }

    private static boolean enter(Bulkhead bulkhead) {
        try {
            return bulkhead.enter();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
