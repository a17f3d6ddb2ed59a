package com.modex.booking.faults;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting that ends: for what must happen, but not for ever. */
final class Deadline {
    /** Long, because it is only reached when something is wrong. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private Deadline() {}

    /** Waits until it is so. */
    static void await(String what, BooleanSupplier isSo) {
        await(what, PATIENCE, isSo);
    }

    static void await(String what, Duration patience, BooleanSupplier isSo) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + patience.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    static <T> T await(String what, Future<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what, e);
        } catch (ExecutionException e) {
            throw new AssertionError("Failed: " + what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came of it, in a thread of its own. */
    static <T> CompletableFuture<T> begin(Task<T> task) {
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(task.run());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Task<T> {
        T run() throws Exception;
    }
}
