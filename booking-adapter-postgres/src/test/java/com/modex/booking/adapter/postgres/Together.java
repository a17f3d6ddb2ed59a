package com.modex.booking.adapter.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Many threads that begin at the same moment. */
final class Together {
    private Together() {}

    /** What each thread's work came to, by its number from 0 on. */
    static <T> List<T> run(int threads, IntFunction<T> work) {
        var ready = new CountDownLatch(threads);
        var results = new ArrayList<CompletableFuture<T>>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            results.add(CompletableFuture.supplyAsync(
                    () -> {
                        ready.countDown();
                        await(ready);
                        return work.apply(number);
                    },
                    task -> Thread.ofPlatform().start(task)));
        }
        return results.stream()
                .map(result -> result.orTimeout(60, TimeUnit.SECONDS).join())
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
