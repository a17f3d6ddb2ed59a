package com.modex.booking.adapter.rest.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LimitedVirtualThreadsTest {
    private final LimitedVirtualThreads threads = new LimitedVirtualThreads("test-", 3);

    @Test
    void noMoreRunAtOnceThanTheLimitAndAllRunInTheEnd() throws InterruptedException {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(50);
        for (int task = 0; task < 50; task++) {
            threads.execute(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                sleep();
                running.decrementAndGet();
                done.countDown();
            });
        }

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(3);
    }

    @Test
    void aTaskThatFailsMakesRoomForTheNext() throws InterruptedException {
        var ran = new Semaphore(0);
        for (int task = 0; task < 6; task++) {
            threads.execute(() -> {
                Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
                ran.release();
                throw new IllegalStateException("expected");
            });
        }

        assertThat(ran.tryAcquire(6, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void itIsQuietOnceThoseWhoWaitHaveRunToo() {
        var done = new AtomicInteger();
        for (int task = 0; task < 50; task++) {
            threads.execute(() -> {
                sleep();
                done.incrementAndGet();
            });
        }

        threads.awaitQuiet(Duration.ofMillis(50), Duration.ofSeconds(10));

        assertThat(done).hasValue(50);
    }

    @Test
    void whoNeverEndsIsNotWaitedForForEver() {
        var never = new CountDownLatch(1);
        threads.execute(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        long begin = System.nanoTime();
        threads.awaitQuiet(Duration.ofMillis(50), Duration.ofMillis(200));

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(10));
        never.countDown();
    }

    @Test
    void whatCouldNotBeStartedIsNotWaitedFor() {
        var exhausted = new LimitedVirtualThreads(
                _ -> {
                    throw new OutOfMemoryError("expected");
                },
                3);
        assertThatThrownBy(() -> exhausted.execute(() -> {})).isInstanceOf(OutOfMemoryError.class);

        assertThat(CompletableFuture.runAsync(() -> exhausted.awaitQuiet(Duration.ofMillis(50), Duration.ofMinutes(1))))
                .succeedsWithin(Duration.ofSeconds(10));
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
