package com.modex.booking.bootstrap.warmup;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Does what clients will ask for, over and over, so that the first of them meet compiled code and open connections with
 * prepared statements. Readiness is refused until it has ended: runners run before that. It takes the time it is given and
 * little more, also where the database hangs; whatever goes wrong, the start goes on.
 */
final class WarmUp implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** What has begun in time may end a little later. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Duration time;
    private final int callers;
    private final Supplier<Runnable> rehearsals;
    private final Supplier<Callable<Boolean>> requests;

    /**
     * @param time how long to go on; zero for not at all
     * @param callers how many at once
     * @param rehearsals makes the turns past HTTP, for one caller each: a rehearsal is one transaction
     * @param requests makes the turns over HTTP; a turn says whether another makes sense
     */
    WarmUp(Duration time, int callers, Supplier<Runnable> rehearsals, Supplier<Callable<Boolean>> requests) {
        this.time = time;
        this.callers = callers;
        this.rehearsals = rehearsals;
        this.requests = requests;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (!time.isPositive()) {
            return;
        }
        long end = System.nanoTime() + time.toNanos();
        var failure = new AtomicReference<@Nullable Exception>();
        var atWork = new CountDownLatch(2 * callers);
        for (int caller = 0; caller < callers; caller++) {
            start(atWork, failure, () -> {
                var rehearsal = rehearsals.get();
                while (isBefore(end)) {
                    rehearsal.run();
                }
            });
            start(atWork, failure, () -> {
                var turn = requests.get();
                boolean again = true;
                while (again && isBefore(end)) {
                    again = turn.call();
                }
            });
        }
        boolean ended = atWork.await(time.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
        if (failure.get() != null) {
            LOG.warn("The warm-up came short, so the first requests will be slow", failure.get());
        } else if (!ended) {
            LOG.info("The warm-up was cut short; what it has begun goes on beside the first requests");
        }
        clearUp();
    }

    /**
     * One full collection, a tenth of a second: half of what the old generation has by now is garbage, which the first rush
     * would wait for otherwise, and the young generation is a few megabytes until the old one has been measured.
     */
    private static void clearUp() {
        System.gc();
    }

    private static boolean isBefore(long end) {
        return System.nanoTime() - end < 0;
    }

    private static void start(CountDownLatch atWork, AtomicReference<@Nullable Exception> failure, Work work) {
        Thread.ofVirtual().name("warm-up").start(() -> {
            try {
                work.run();
            } catch (Exception e) {
                failure.compareAndSet(null, e);
            } finally {
                atWork.countDown();
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }
}
