package com.modex.booking.adapter.rest.connector;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs each task on a virtual thread of its own, so many at once, the others in their order afterwards. A request that
 * waits here has no buffers yet; one that is worked on has 150 KB of them, and thousands would fill the heap.
 */
final class LimitedVirtualThreads implements Executor {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private static final ThreadLocal<Duration> WAITED = ThreadLocal.withInitial(() -> Duration.ZERO);

    private final ThreadFactory threads;
    private final Semaphore free;
    private final AtomicInteger unfinished = new AtomicInteger();

    LimitedVirtualThreads(String name, int atOnce) {
        this(Thread.ofVirtual().name(name, 0).factory(), atOnce);
    }

    LimitedVirtualThreads(ThreadFactory threads, int atOnce) {
        this.threads = threads;
        this.free = new Semaphore(atOnce, true);
    }

    @Override
    public void execute(Runnable task) {
        long arrived = System.nanoTime();
        Runnable inTurn = () -> {
            free.acquireUninterruptibly();
            try {
                WAITED.set(Duration.ofNanos(System.nanoTime() - arrived));
                task.run();
            } finally {
                free.release();
                unfinished.decrementAndGet();
            }
        };
        unfinished.incrementAndGet();
        try {
            threads.newThread(inTurn).start();
        } catch (RuntimeException | Error e) {
            unfinished.decrementAndGet();
            throw e;
        }
    }

    /**
     * How long the task of this thread has waited for its turn. Zero when it is asked for again: a connection's later
     * requests, which the same task may find there already, have not waited.
     */
    static Duration takeWaited() {
        Duration waited = WAITED.get();
        WAITED.remove();
        return waited;
    }

    /** Waits until there has been no task, at work or waiting, for so long; or until it has waited long enough. */
    void awaitQuiet(Duration quiet, Duration atMost) {
        long start = System.nanoTime();
        long quietSince = start;
        while (true) {
            long now = System.nanoTime();
            if (unfinished.get() > 0) {
                quietSince = now;
            }
            if (now - quietSince >= quiet.toNanos() || now - start >= atMost.toNanos()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
