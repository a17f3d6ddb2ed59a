package com.modex.booking.adapter.rest.connector;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/**
 * Runs each task on a virtual thread of its own, so many at once, the others in their order afterwards. A request that
 * waits here has no buffers yet; one that is worked on has 150 KB of them, and thousands would fill the heap.
 */
final class LimitedVirtualThreads implements Executor {
    private final ThreadFactory threads;
    private final Semaphore free;

    LimitedVirtualThreads(String name, int atOnce) {
        threads = Thread.ofVirtual().name(name, 0).factory();
        free = new Semaphore(atOnce, true);
    }

    @Override
    public void execute(Runnable task) {
        Runnable inTurn = () -> {
            free.acquireUninterruptibly();
            try {
                task.run();
            } finally {
                free.release();
            }
        };
        threads.newThread(inTurn).start();
    }
}
