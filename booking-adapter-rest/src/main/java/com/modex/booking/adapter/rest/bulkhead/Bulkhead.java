package com.modex.booking.adapter.rest.bulkhead;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * So many places, and a short wait for one. Who finds them all taken waits while others come out, for as long as patience
 * lasts, less what they have waited elsewhere; where nobody has come out for as long, waiting is in vain, and the answer is
 * no at once.
 *
 * <p>A crowd that comes all at once is served by and by. Where a crowd stays, so that nobody has found a place free for as
 * long as patience lasts, all would wait that long and no more of them be served for it: patience is then divided by
 * {@value #LESS}, until somebody finds a place free again. (The controlled delay of network queues: K. Nichols and V.
 * Jacobson, Controlling Queue Delay, ACM Queue 2012.)
 */
final class Bulkhead {
    private static final int LESS = 20;

    private final Semaphore places;
    private final long patienceNanos;
    private final LongSupplier stopwatch;
    private volatile long lastMove;
    private volatile long lastFree;

    /** @param stopwatch nanoseconds since any moment */
    Bulkhead(int places, Duration patience, LongSupplier stopwatch) {
        this.places = new Semaphore(places, true);
        this.patienceNanos = patience.toNanos();
        this.stopwatch = stopwatch;
        this.lastMove = stopwatch.getAsLong();
        this.lastFree = lastMove;
    }

    /**
     * Whether a place was had; who has one must {@link #leave}.
     *
     * @param waited for the turn to get here
     */
    boolean enter(Duration waited) throws InterruptedException {
        // With a time, however short, the semaphore is fair: nobody overtakes those who wait.
        if (places.tryAcquire(0, TimeUnit.NANOSECONDS)) {
            long now = stopwatch.getAsLong();
            lastMove = now;
            if (waited.toNanos() < patienceNanos / LESS) {
                lastFree = now;
            }
            return true;
        }
        boolean entered = places.tryAcquire(timeLeft(waited), TimeUnit.NANOSECONDS);
        if (entered) {
            lastMove = stopwatch.getAsLong();
        }
        return entered;
    }

    void leave() {
        lastMove = stopwatch.getAsLong();
        places.release();
    }

    /** Not positive for whoever is not to wait. */
    private long timeLeft(Duration waited) {
        long now = stopwatch.getAsLong();
        if (now - lastMove >= patienceNanos) {
            return 0;
        }
        boolean crowdStays = now - lastFree >= patienceNanos;
        return (crowdStays ? patienceNanos / LESS : patienceNanos) - waited.toNanos();
    }
}
