package com.modex.booking.adapter.rest.bulkhead;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * So many places, and a short wait for one. Who finds them all taken waits while others come out, for as long as patience
 * lasts; where nobody has come out for as long, waiting is in vain, and the answer is no at once.
 */
final class Bulkhead {
    private final Semaphore places;
    private final long patienceNanos;
    private final LongSupplier stopwatch;
    private volatile long lastMove;

    /** @param stopwatch nanoseconds since any moment */
    Bulkhead(int places, Duration patience, LongSupplier stopwatch) {
        this.places = new Semaphore(places, true);
        this.patienceNanos = patience.toNanos();
        this.stopwatch = stopwatch;
        this.lastMove = stopwatch.getAsLong();
    }

    /** Whether a place was had; who has one must {@link #leave}. */
    boolean enter() throws InterruptedException {
        // With a time, however short, the semaphore is fair: nobody overtakes those who wait.
        boolean entered = places.tryAcquire(isMoving() ? patienceNanos : 0, TimeUnit.NANOSECONDS);
        if (entered) {
            lastMove = stopwatch.getAsLong();
        }
        return entered;
    }

    void leave() {
        lastMove = stopwatch.getAsLong();
        places.release();
    }

    private boolean isMoving() {
        return stopwatch.getAsLong() - lastMove < patienceNanos;
    }
}
