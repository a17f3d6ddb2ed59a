package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.application.UnavailableException;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    private static final Duration KEPT = Duration.ofMillis(50);
    private static final int MANY = 8;

    private final InMemoryWorld world = new InMemoryWorld();
    private final AtomicLong stopwatch = new AtomicLong();
    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicInteger toFail = new AtomicInteger();
    private volatile CountDownLatch mayEnd = new CountDownLatch(0);
    private final Alternatives alternatives =
            new Alternatives(new ReadingSeatMaps(world.seatMaps(), this::whileReading), stopwatch::get);
    private final Show show = world.aShow(6);

    @Test
    void whoAsksAloneIsOfferedWhatIsFreeNow() {
        assertThat(inPlaceOf(show, 1)).containsExactly(selection(2, 3), selection(4, 5));

        world.aConfirmedBooking(show, 2);

        assertThat(inPlaceOf(show, 1)).containsExactly(selection(3, 4), selection(5, 6));
        assertThat(readings).hasValue(2);
    }

    @Test
    void thoseWhoAskAtTheSameMomentShareOneReading() {
        assertThat(inARush(show))
                .hasSize(MANY)
                .allSatisfy(
                        answer -> assertThat(answer).isCompletedWithValue(List.of(selection(2, 3), selection(4, 5))));

        assertThat(readings).hasValue(1);
    }

    @Test
    void inARushAReadingIsKeptForAMoment() {
        inARush(show);

        stopwatch.addAndGet(KEPT.toNanos() - 1);
        assertThat(inPlaceOf(show, 1)).containsExactly(selection(2, 3), selection(4, 5));
        assertThat(readings).hasValue(1);

        stopwatch.addAndGet(1);
        world.aConfirmedBooking(show, 2);
        assertThat(inPlaceOf(show, 1)).containsExactly(selection(3, 4), selection(5, 6));
        assertThat(inPlaceOf(show, 1)).containsExactly(selection(3, 4), selection(5, 6));
        assertThat(readings).hasValue(3);
    }

    @Test
    void eachShowHasAReadingOfItsOwn() {
        inARush(show);

        assertThat(inPlaceOf(world.aShow(2), 1)).isEmpty();
    }

    @Test
    void theSameIsChosenOnceFromAReading() {
        world.aConfirmedBooking(show, 1);
        inARush(show);

        assertThat(inPlaceOf(show, 1)).isSameAs(inPlaceOf(show, 1)).containsExactly(selection(2, 3), selection(4, 5));
        assertThat(inPlaceOf(show, 2)).containsExactly(selection(3, 4), selection(5, 6));
        assertThat(alternatives.inPlaceOf(List.of(), 5, show)).containsExactly(selection(2, 3, 4, 5, 6));
        assertThat(readings).hasValue(1);
    }

    @Test
    void aShowThatHasGrownIsChosenFromAnew() {
        world.doInTransaction(() -> {
            Show locked = world.showLock().lock(show.id()).orElseThrow();
            world.shows().update(locked.change(List.of(new ShowChange.GrowTo(7)), world.now()));
        });
        inARush(show);
        Show grown = world.shows().find(show.id()).orElseThrow();

        assertThat(alternatives.inPlaceOf(List.of(), 7, show)).isEmpty();
        assertThat(alternatives.inPlaceOf(List.of(), 7, grown)).containsExactly(selection(1, 2, 3, 4, 5, 6, 7));
        assertThat(readings).hasValue(1);
    }

    @Test
    void afterAReadingThatFailedOneReadsForAllWhoHaveWaited() {
        toFail.set(1);

        var answers = inARush(show);

        assertThat(answers)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.isCompletedExceptionally())
                .allSatisfy(
                        answer -> assertThat(answer).isCompletedWithValue(List.of(selection(2, 3), selection(4, 5))));
        assertThat(readings).hasValue(2);
    }

    @Test
    void nobodyWaitsForAThirdReading() {
        toFail.set(2);

        assertThat(inARush(show)).allMatch(CompletableFuture::isCompletedExceptionally);

        assertThat(readings).hasValue(2);
        assertThat(inPlaceOf(show, 1)).hasSize(2);
    }

    @Test
    void whoReadsAloneIsToldWhyItFailed() {
        toFail.set(1);

        assertThatThrownBy(() -> inPlaceOf(show, 1)).isInstanceOf(UnavailableException.class);
        assertThat(inPlaceOf(show, 1)).hasSize(2);
    }

    @Test
    void readingsOfAHundredShowsAreKept() {
        var shows = Stream.generate(() -> world.aShow(2)).limit(101).toList();
        shows.forEach(this::inARush);
        readings.set(0);

        shows.subList(1, 101).forEach(each -> inPlaceOf(each, 1));
        assertThat(readings).hasValue(0);
        inPlaceOf(shows.getFirst(), 1);
        assertThat(readings).hasValue(1);
    }

    private List<SeatSelection> inPlaceOf(Show of, int refused) {
        return alternatives.inPlaceOf(List.of(new UnavailableSeat(seat(refused), Reason.BOOKED)), 2, of);
    }

    /** Asks many times while a reading is under way, and returns the answers once all are there. */
    private List<CompletableFuture<List<SeatSelection>>> inARush(Show of) {
        int before = readings.get();
        mayEnd = new CountDownLatch(1);
        var answers = new ArrayList<CompletableFuture<List<SeatSelection>>>();
        answers.add(ask(of, new ArrayList<>()));
        awaitThat(() -> readings.get() > before);
        var waiting = new ArrayList<Thread>();
        IntStream.range(1, MANY).forEach(_ -> answers.add(ask(of, waiting)));
        awaitThat(() -> waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        mayEnd.countDown();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .exceptionally(_ -> null)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        return answers;
    }

    private CompletableFuture<List<SeatSelection>> ask(Show of, List<Thread> threads) {
        return CompletableFuture.supplyAsync(
                () -> inPlaceOf(of, 1),
                task -> threads.add(Thread.ofPlatform().daemon().start(task)));
    }

    private FreeSeats whileReading(FreeSeats free) {
        readings.incrementAndGet();
        try {
            if (!mayEnd.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody let the reading end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (toFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new UnavailableException("as asked for", null);
        }
        return free;
    }

    private static void awaitThat(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).isNegative();
            LockSupport.parkNanos(1_000_000);
        }
    }
}
