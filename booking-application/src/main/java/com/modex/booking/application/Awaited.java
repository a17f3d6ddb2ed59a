package com.modex.booking.application;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What one thread does for another. */
public final class Awaited {
    private Awaited() {}

    /**
     * Waits for the result.
     *
     * @throws RuntimeException what has gone wrong, as it was thrown
     */
    public static <T> T resultOf(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> throw e;
            }
        }
    }
}
