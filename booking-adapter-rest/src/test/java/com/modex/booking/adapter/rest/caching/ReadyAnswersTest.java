package com.modex.booking.adapter.rest.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** An answer is made once for all who ask, and nobody gets one that was out of date when he asked. */
class ReadyAnswersTest {
    private static final Duration MAX_AGE = Duration.ofMillis(800);
    private static final long MAX_BYTES = 100_000;

    private final AtomicLong stopwatch = new AtomicLong(Long.MAX_VALUE - 1);
    private final AtomicLong changes = new AtomicLong();
    private final AtomicInteger readings = new AtomicInteger();
    private volatile String stored = "first";
    private final ReadyAnswers answers =
            new ReadyAnswers(JsonMapper.builder().build(), MAX_BYTES, MAX_AGE, stopwatch::get);
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        readers.close();
    }

    @Test
    void whatIsKeptIsNotReadAgain() {
        assertThat(read()).isEqualTo("\"first\"");
        forward(MAX_AGE.minusNanos(1));

        assertThat(read()).isEqualTo("\"first\"");
        assertThat(answers.atHand(reading())).isNotNull();
        assertThat(readings).hasValue(1);
    }

    @Test
    void aChangeThatIsCountedIsSeenAtOnce() {
        read();
        stored = "second";
        assertThat(read()).as("nobody has been told of it").isEqualTo("\"first\"");

        changes.incrementAndGet();

        assertThat(answers.atHand(reading())).isNull();
        assertThat(read()).isEqualTo("\"second\"");
        assertThat(readings).hasValue(2);
    }

    @Test
    void aChangeThatIsNotCountedIsSeenAfterTheMaximumAge() {
        read();
        stored = "second";

        forward(MAX_AGE);

        assertThat(answers.atHand(reading())).isNull();
        assertThat(read()).isEqualTo("\"second\"");
    }

    @Test
    void theAgeCountsFromTheBeginningOfTheReading() {
        answers.get(reading(() -> {
            forward(Duration.ofMillis(500));
            return found(null);
        }));
        forward(Duration.ofMillis(300));

        assertThat(answers.atHand(reading())).isNull();
    }

    @Test
    void anAnswerIsGoodNoLongerThanWhatWasReadIsRight() {
        var reading = reading(() -> found(Duration.ofMillis(200)));
        answers.get(reading);

        forward(Duration.ofMillis(200).minusNanos(1));
        assertThat(answers.atHand(reading)).isNotNull();
        forward(Duration.ofNanos(1));
        assertThat(answers.atHand(reading)).isNull();

        answers.get(reading(() -> found(Duration.ofHours(1))));
        forward(MAX_AGE);
        assertThat(answers.atHand(reading))
                .as("that something is right for long does not make it last")
                .isNull();
    }

    @Test
    void allWhoAskTogetherShareOneReading() throws Exception {
        var slow = new Slow();
        var asking = new ArrayList<Future<String>>();
        asking.add(ask(reading(slow)));
        slow.awaitBeginning();
        for (int i = 0; i < 50; i++) {
            asking.add(ask(reading()));
        }
        letWait(50);
        slow.end();

        for (var answer : asking) {
            assertThat(answer.get()).isEqualTo("\"first\"");
        }
        assertThat(readings).hasValue(1);
    }

    @Test
    void whoAsksAfterAChangeIsNotServedByAReadingThatBeganBefore() throws Exception {
        var slow = new Slow();
        var before = ask(reading(slow));
        slow.awaitBeginning();
        stored = "second";
        changes.incrementAndGet();
        var after = IntStream.range(0, 20).mapToObj(_ -> ask(reading())).toList();
        letWait(20);
        slow.end();

        assertThat(before.get()).as("he asked before").isEqualTo("\"first\"");
        for (var answer : after) {
            assertThat(answer.get()).isEqualTo("\"second\"");
        }
        assertThat(readings).as("those who came after share the next").hasValue(2);
        assertThat(read()).as("what began before is not kept for others").isEqualTo("\"second\"");
    }

    @Test
    void whoAsksWhenAReadingIsTooOldIsNotServedByIt() throws Exception {
        var slow = new Slow();
        var before = ask(reading(slow));
        slow.awaitBeginning();
        stored = "second";
        forward(MAX_AGE);
        var after = ask(reading());
        letWait(1);
        slow.end();

        assertThat(before.get()).isEqualTo("\"first\"");
        assertThat(after.get()).isEqualTo("\"second\"");
    }

    @Test
    void neverMoreThanOneReadingOfTheSameThingIsUnderWay() throws Exception {
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();
        var asking = IntStream.range(0, 200)
                .mapToObj(_ -> ask(reading(() -> {
                    changes.incrementAndGet();
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    sleep();
                    underWay.decrementAndGet();
                    return found(null);
                })))
                .toList();

        for (var answer : asking) {
            assertThat(answer.get()).isEqualTo("\"first\"");
        }
        assertThat(most).hasValue(1);
        assertThat(readings).hasValueLessThan(200);
    }

    @Test
    void otherThingsAreReadMeanwhile() throws Exception {
        var slow = new Slow();
        var one = ask(reading(slow));
        slow.awaitBeginning();

        assertThat(text(new Reading<>("other", changes::get, () -> found(null))))
                .isEqualTo("\"first\"");

        slow.end();
        one.get();
    }

    @Test
    void aReadingThatFailsFailsForAllWhoWaitedAndForNobodyElse() throws Exception {
        var slow = new Slow();
        var asking = new ArrayList<Future<String>>();
        asking.add(ask(reading(() -> {
            slow.get();
            throw new IllegalStateException("The database is away");
        })));
        slow.awaitBeginning();
        for (int i = 0; i < 5; i++) {
            asking.add(ask(reading()));
        }
        letWait(5);
        slow.end();

        for (var answer : asking) {
            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The database is away");
        }
        assertThat(answers.atHand(reading())).isNull();
        assertThat(read()).isEqualTo("\"first\"");
    }

    @Test
    void anErrorIsPassedOnToo() {
        assertThatThrownBy(() -> answers.get(reading(() -> {
                    throw new StackOverflowError();
                })))
                .isInstanceOf(StackOverflowError.class);
        assertThat(read()).isEqualTo("\"first\"");
    }

    @Test
    void thatThereIsNothingIsNotKept() {
        var nothing = reading(Optional::empty);
        assertThat(answers.get(nothing)).isEmpty();
        assertThat(answers.get(nothing)).isEmpty();
        assertThat(readings).hasValue(2);
        assertThat(answers.weight()).isZero();

        assertThat(read()).isEqualTo("\"first\"");
    }

    @Test
    void moreThanItMayTakeIsNotKept() {
        stored = "x".repeat(1_000);
        IntStream.range(0, 1_000)
                .forEach(i -> assertThat(answers.get(new Reading<>(i, changes::get, () -> found(null))))
                        .isPresent());

        assertThat(answers.weight()).isBetween(MAX_BYTES / 2, MAX_BYTES);

        stored = "x".repeat((int) MAX_BYTES);
        assertThat(read()).hasSize((int) MAX_BYTES + 2);
        assertThat(answers.weight()).isLessThanOrEqualTo(MAX_BYTES);
    }

    @Test
    void whatNobodyAsksForIsForgotten() {
        read();
        assertThat(answers.weight()).isPositive();

        forward(Duration.ofMinutes(1));

        assertThat(answers.weight()).isZero();
    }

    @Test
    void whatComesOutTheSameIsTheSame() {
        var before = answers.get(reading()).orElseThrow().json();
        changes.incrementAndGet();

        assertThat(answers.get(reading()).orElseThrow().json())
                .as("so that it need not be compressed again")
                .isSameAs(before);
        assertThat(answers.atHand(reading())).isSameAs(before);

        stored = "second";
        changes.incrementAndGet();
        assertThat(answers.get(reading()).orElseThrow().json()).isNotSameAs(before);
    }

    private Reading<String> reading() {
        return reading(() -> found(null));
    }

    private Reading<String> reading(Supplier<Optional<Reading.Found<String>>> source) {
        return new Reading<>("key", changes::get, () -> {
            readings.incrementAndGet();
            return source.get();
        });
    }

    private Optional<Reading.Found<String>> found(@Nullable Duration rightFor) {
        return Optional.of(new Reading.Found<>(stored, rightFor));
    }

    private String read() {
        return text(reading());
    }

    private String text(Reading<String> reading) {
        var response = new MockHttpServletResponse();
        try {
            answers.get(reading).orElseThrow().json().send(new MockHttpServletRequest("GET", "/"), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Future<String> ask(Reading<String> reading) {
        Callable<String> asking = () -> text(reading);
        return readers.submit(asking);
    }

    private void forward(Duration time) {
        stopwatch.addAndGet(time.toNanos());
    }

    /** Until that many readers wait for a reading under way. */
    private void letWait(int count) throws InterruptedException {
        for (int i = 0; i < 1_000 && answers.waiting("key") < count; i++) {
            sleep();
        }
        assertThat(answers.waiting("key")).isGreaterThanOrEqualTo(count);
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads what is stored when it begins, and ends when it is told to. */
    private final class Slow implements Supplier<Optional<Reading.Found<String>>> {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public Optional<Reading.Found<String>> get() {
            var found = found(null);
            begun.countDown();
            try {
                if (!ended.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Nobody ended it");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return found;
        }

        void awaitBeginning() throws InterruptedException {
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        }

        void end() {
            ended.countDown();
        }
    }
}
