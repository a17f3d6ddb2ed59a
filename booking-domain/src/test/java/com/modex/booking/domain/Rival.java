package com.modex.booking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Somebody else, in a thread and a transaction of their own, who holds what they have locked until told to end. */
public final class Rival implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CompletableFuture<Void> ended;

    private Rival(BookingWorld world, Runnable work) {
        var hasLocked = new CompletableFuture<Void>();
        ended = CompletableFuture.runAsync(
                () -> {
                    try {
                        world.doInTransaction(() -> {
                            work.run();
                            hasLocked.complete(null);
                            await(mayEnd);
                        });
                    } finally {
                        hasLocked.complete(null);
                    }
                },
                task -> Thread.ofVirtual().name("rival").start(task));
        hasLocked.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (ended.isCompletedExceptionally()) {
            ended.join();
        }
    }

    /** Returns once the rival has done that work; its transaction goes on until {@link #end}. */
    public static Rival inTheMiddleOf(BookingWorld world, Runnable work) {
        return new Rival(world, work);
    }

    /** Lets the rival's transaction end, and returns once it has. */
    public void end() {
        mayEnd.countDown();
        ended.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Requires the work to wait for this rival, ends the rival, and returns what the work has then come to. */
    public <T> T holdsUp(Supplier<T> work) {
        var waiting =
                CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
        assertThat(waiting)
                .withFailMessage("it did not wait")
                .failsWithin(Duration.ofMillis(300))
                .withThrowableOfType(TimeoutException.class);
        end();
        return waiting.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        end();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody let the rival end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
