package com.modex.booking.races;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Callers that begin at the same moment. */
final class AtOnce {
    private static final long PATIENCE_SECONDS = 120;

    private AtOnce() {}

    /** What each caller's work came to, by its number from 0 on. */
    static <T> List<T> run(int callers, IntFunction<T> work) throws Exception {
        return run(IntStream.range(0, callers)
                .mapToObj(caller -> (Callable<T>) () -> work.apply(caller))
                .toList());
    }

    /** What each of the works came to. */
    static <T> List<T> run(List<Callable<T>> works) throws Exception {
        var ready = new CountDownLatch(works.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<T>>();
            for (Callable<T> work : works) {
                results.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return work.call();
                }));
            }
            var all = new ArrayList<T>();
            for (Future<T> result : results) {
                all.add(result.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A caller has failed", e.getCause());
        }
    }
}
