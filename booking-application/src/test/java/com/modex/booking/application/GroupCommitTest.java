package com.modex.booking.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.application.GroupCommit.Carriage;
import com.modex.booking.application.GroupCommit.SpoiltException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {
    private static final Executor THREADS = task -> {
        var thread = Thread.ofVirtual().unstarted(task);
        thread.setUncaughtExceptionHandler((_, _) -> {});
        thread.start();
    };

    private static final Duration NEVER = Duration.ofMinutes(1);

    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final Gate gate = new Gate();

    @Test
    void whoComesAloneIsDoneAtOnceAndAlone() {
        var carrier = carrier(carriage(Runnable::run, 2, 10), this::answerAll);

        assertThat(carrier.carry("a")).isEqualTo("done a");
        assertThat(batches).containsExactly(List.of("a"));
    }

    @Test
    void thoseWhoComeWhileABatchIsUnderWayAreDoneTogetherInTheNextOne() {
        var carrier = carrier(carriage(THREADS, 1, 10), gate.around(this::answerAll));
        gate.holdBack(carrier, "a");

        var others = carryInOrder(carrier, "b", "c", "d");
        gate.open();

        assertThat(gate.heldBack.join()).isEqualTo("done a");
        assertThat(others).extracting(CompletableFuture::join).containsExactly("done b", "done c", "done d");
        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c", "d"));
    }

    @Test
    void aSecondBatchStartsWhileTheFirstIsUnderWayOnceHalfABatchIsWaiting() {
        var carrier = carrier(carriage(THREADS, 2, 4), gate.around(this::answerAll));
        gate.holdBack(carrier, "a");

        var second = carryInOrder(carrier, "b").getFirst();
        assertThat(gate.inside()).isEqualTo(1);
        gate.holdBack(carrier, "c");
        var third = carryInOrder(carrier, "d", "e");
        assertThat(gate.inside()).isEqualTo(2);
        gate.open();

        assertThat(second.join()).isEqualTo("done b");
        assertThat(third).extracting(CompletableFuture::join).containsExactly("done d", "done e");
        assertThat(batches).contains(List.of("b", "c"), List.of("d", "e"));
    }

    @Test
    void theNextBatchStartsWhileTheFirstIsCommitted() {
        var committing = new Gate();
        var carrier = carrier(carriage(THREADS, 2, 100), (commands, decided) -> {
            decided.run();
            return committing.around(this::answerAll).doTogether(commands, () -> {});
        });
        committing.holdBack(carrier, "a");
        var first = committing.heldBack;
        committing.holdBack(carrier, "b");
        var others = carryInOrder(carrier, "c", "d");
        assertThat(committing.inside()).isEqualTo(2);
        committing.open();

        assertThat(first.join()).isEqualTo("done a");
        assertThat(committing.heldBack.join()).isEqualTo("done b");
        assertThat(others).extracting(CompletableFuture::join).containsExactly("done c", "done d");
        assertThat(batches).hasSize(3).contains(List.of("a"), List.of("b"), List.of("c", "d"));
    }

    @Test
    void nobodyWaitsForABatchThatIsStuck() {
        var carrier = carrier(
                carriage(THREADS, 2, 100),
                (commands, decided) -> commands.contains("stuck")
                        ? gate.around(this::answerAll).doTogether(commands, decided)
                        : answerAll(commands, decided),
                Duration.ofMillis(50),
                NEVER);
        gate.holdBack(carrier, "stuck");

        assertThat(carrier.carry("b")).isEqualTo("done b");
        assertThat(carrier.carry("c")).isEqualTo("done c");
        gate.open();
        assertThat(gate.heldBack.join()).isEqualTo("done stuck");
    }

    @Test
    void whileNothingIsStuckALookBeginsNothingAndIsFollowedByAnotherWhileAnybodyWaits() {
        var looks = new CopyOnWriteArrayList<Runnable>();
        var carrier = carrier(carriage(THREADS, 2, 100), gate.around(this::answerAll), NEVER, NEVER, looks::add);
        gate.holdBack(carrier, "a");
        var other = carryInOrder(carrier, "b").getFirst();
        assertThat(looks).hasSize(1);

        looks.getFirst().run();
        assertThat(gate.inside()).isEqualTo(1);
        assertThat(looks).hasSize(2);

        gate.open();
        assertThat(other.join()).isEqualTo("done b");
        looks.getLast().run();
        assertThat(looks).hasSize(2);
    }

    @Test
    void nobodyLooksAfterThoseWhoAreDoneInTheirOwnThread() {
        var looks = new CopyOnWriteArrayList<Runnable>();
        var carrier = carrier(carriage(Runnable::run, 1, 10), this::answerAll, NEVER, NEVER, looks::add);

        carrier.carry("a");

        assertThat(looks).isEmpty();
    }

    @Test
    void whoCannotBeLookedAfterIsToldAndTheNextOneIsLookedAfter() {
        var held = new CompletableFuture<Runnable>();
        var looks = new CopyOnWriteArrayList<Runnable>();
        var tries = new AtomicInteger();
        var carrier = carrier(carriage(held::complete, 1, 10), this::answerAll, NEVER, NEVER, look -> {
            if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            looks.add(look);
        });

        assertThatThrownBy(() -> carrier.carry("a")).isInstanceOf(OutOfMemoryError.class);
        var next = carryInOrder(carrier, "b").getFirst();
        held.join().run();

        assertThat(next.join()).isEqualTo("done b");
        assertThat(batches).containsExactly(List.of("b"));
        assertThat(looks).hasSize(1);
    }

    @Test
    void whoWaitsBehindWhatIsStuckIsToldWhenNoOtherBatchCanBegin() {
        var looks = new CopyOnWriteArrayList<Runnable>();
        var tries = new AtomicInteger();
        Executor once = task -> {
            if (tries.incrementAndGet() > 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            THREADS.execute(task);
        };
        var stuck = Duration.ofSeconds(1);
        var carrier = carrier(carriage(once, 2, 100), gate.around(this::answerAll), stuck, NEVER, looks::add);
        gate.holdBack(carrier, "a");
        var other = carryInOrder(carrier, "b").getFirst();

        LockSupport.parkNanos(stuck.plusMillis(100).toNanos());
        looks.getFirst().run();

        assertThatThrownBy(other::join).hasCauseInstanceOf(UnavailableException.class);
        gate.open();
        assertThat(gate.heldBack.join()).isEqualTo("done a");
    }

    @Test
    void thoseWhoAreDoneOneByOneDoNotWaitForEver() {
        var carrier = carrier(
                carriage(THREADS, 1, 10),
                gate.around((commands, decided) -> {
                    if (commands.size() > 1) {
                        throw new ContentionException("stuck", null);
                    }
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                    return answerAll(commands, decided);
                }),
                NEVER,
                Duration.ofMillis(50));
        gate.holdBack(carrier, "a");
        var others = carryInOrder(carrier, "b", "c", "d");
        gate.open();

        assertThat(others.getFirst().join()).isEqualTo("done b");
        assertThat(others.subList(1, 3))
                .allSatisfy(other -> assertThatThrownBy(other::join).hasCauseInstanceOf(UnavailableException.class));
        assertThat(batches).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void aWorkThatLosesAnAnswerFailsAndKeepsNobodyWaiting() {
        var carrier = carrier(carriage(THREADS, 1, 10), (_, _) -> List.of());

        assertThatThrownBy(() -> carrier.carry("a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whereNoThreadIsToBeHadTheNextOneTriesAgain() {
        var tries = new AtomicInteger();
        Executor exhausted = task -> {
            if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            task.run();
        };
        var carrier = carrier(carriage(exhausted, 1, 10), this::answerAll);

        assertThatThrownBy(() -> carrier.carry("a")).isInstanceOf(OutOfMemoryError.class);
        assertThat(carrier.carry("b")).isEqualTo("done b");
        assertThat(batches).containsExactly(List.of("b"));
    }

    @Test
    void whereNoThreadIsToBeHadForTheOthersNobodyIsLeftWaiting() {
        var held = new CompletableFuture<Runnable>();
        var tries = new AtomicInteger();
        var carrier = carrier(
                new Carriage(
                        task -> {
                            switch (tries.incrementAndGet()) {
                                case 1 -> held.complete(task);
                                case 2 -> throw new OutOfMemoryError("unable to create native thread");
                                default -> THREADS.execute(task);
                            }
                        },
                        2,
                        1,
                        1),
                this::answerAll);
        var answers = carryInOrder(carrier, "a", "b");

        assertThatThrownBy(held.join()::run).isInstanceOf(OutOfMemoryError.class);

        assertThatThrownBy(answers.getFirst()::join).hasCauseInstanceOf(OutOfMemoryError.class);
        assertThat(answers.getLast().join()).isEqualTo("done b");
    }

    @Test
    void workThatIsDoneAgainComesToItsCommitOnce() {
        var carrier = carrier(carriage(THREADS, 3, 100), (commands, decided) -> {
            if (commands.contains("again")) {
                decided.run();
                decided.run();
            }
            return gate.around(this::answerAll).doTogether(commands, decided);
        });
        gate.holdBack(carrier, "again");
        gate.holdBack(carrier, "b");

        var next = carryInOrder(carrier, "c");

        assertThat(gate.inside()).isEqualTo(2);
        gate.open();
        assertThat(next.getFirst().join()).isEqualTo("done c");
    }

    @Test
    void aBatchHasAMost() {
        var carrier = carrier(carriage(THREADS, 1, 2), gate.around(this::answerAll));
        gate.holdBack(carrier, "a");
        var others = carryInOrder(carrier, "b", "c", "d");
        gate.open();
        others.forEach(CompletableFuture::join);

        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"), List.of("d"));
    }

    @Test
    void commandsOfOneTurnAreNeverInOneBatch() {
        var carrier = new GroupCommit<String, String>(
                command -> command.charAt(0), gate.around(this::answerAll), carriage(THREADS, 1, 10));
        gate.holdBack(carrier, "x");
        var others = carryInOrder(carrier, "a1", "b1", "a2", "a3", "b2");
        gate.open();
        others.forEach(CompletableFuture::join);

        assertThat(batches).containsExactly(List.of("x"), List.of("a1", "b1"), List.of("a2", "b2"), List.of("a3"));
    }

    @Test
    void whoIsKeptBackComesBeforeThoseBehind() {
        var carrier = new GroupCommit<String, String>(
                command -> command.charAt(0), gate.around(this::answerAll), carriage(THREADS, 1, 2));
        gate.holdBack(carrier, "x");
        var others = carryInOrder(carrier, "a1", "a2", "b1", "c1");
        gate.open();
        others.forEach(CompletableFuture::join);

        assertThat(batches).containsExactly(List.of("x"), List.of("a1", "b1"), List.of("a2", "c1"));
    }

    @Test
    void workThatSpeaksOfCommandsThatAreNotThereLeavesNobodyWaiting() {
        var carrier = carrier(carriage(THREADS, 1, 10), gate.around((commands, _) -> {
            if (commands.size() > 1) {
                throw new SpoiltException(List.of(7));
            }
            return answerAll(commands, () -> {});
        }));
        gate.holdBack(carrier, "a");
        var others = carryInOrder(carrier, "b", "c");
        gate.open();

        assertThat(others)
                .allSatisfy(answer -> assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(IndexOutOfBoundsException.class));
        assertThat(carrier.carry("d")).isEqualTo("done d");
    }

    @Test
    void whoseTurnCannotBeToldIsToldSoAndNobodyElse() {
        var carrier = new GroupCommit<String, String>(
                command -> command.charAt(0), this::answerAll, carriage(THREADS, 1, 10));

        assertThatThrownBy(() -> carrier.carry("")).isInstanceOf(StringIndexOutOfBoundsException.class);
        assertThat(carrier.carry("a")).isEqualTo("done a");
    }

    @Test
    void oneBadCommandDoesNotFailItsNeighbours() {
        var carrier = carrier(carriage(THREADS, 1, 10), gate.around((commands, _) -> {
            if (commands.contains("bad")) {
                throw new IllegalArgumentException("bad");
            }
            return answerAll(commands, () -> {});
        }));
        gate.holdBack(carrier, "a");
        var others = carryInOrder(carrier, "b", "bad", "c");
        gate.open();

        assertThat(others.get(0).join()).isEqualTo("done b");
        assertThat(others.get(2).join()).isEqualTo("done c");
        assertThatThrownBy(others.get(1)::join).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(batches).containsExactly(List.of("a"), List.of("b"), List.of("c"));
    }

    @Test
    void contentionOfOneCommandDoesNotFailItsNeighbours() {
        var carrier = carrier(carriage(THREADS, 1, 10), gate.around((commands, _) -> {
            if (commands.contains("stuck")) {
                throw new ContentionException("stuck", null);
            }
            return answerAll(commands, () -> {});
        }));
        gate.holdBack(carrier, "a");
        var others = carryInOrder(carrier, "b", "stuck");
        gate.open();

        assertThat(others.get(0).join()).isEqualTo("done b");
        assertThatThrownBy(others.get(1)::join).hasCauseInstanceOf(ContentionException.class);
    }

    @Test
    void whereNobodyKnowsWhetherItWasDoneNothingIsDoneAgain() {
        var calls = new AtomicInteger();
        var carrier = carrier(carriage(THREADS, 1, 10), gate.around((commands, _) -> {
            if (commands.contains("a")) {
                return answerAll(commands, () -> {});
            }
            calls.incrementAndGet();
            throw new UnavailableException("The answer to the commit was lost", null);
        }));
        gate.holdBack(carrier, "a");
        var others = carryInOrder(carrier, "b", "c");
        gate.open();

        assertThat(others)
                .allSatisfy(other -> assertThatThrownBy(other::join).hasCauseInstanceOf(UnavailableException.class));
        assertThat(calls).hasValue(1);
    }

    @Test
    void whatSpoilsABatchIsDoneAloneAndTheOthersTogether() {
        var carrier = carrier(carriage(THREADS, 1, 10), gate.around((commands, _) -> {
            var spoiling = IntStream.range(0, commands.size())
                    .filter(place -> commands.get(place).startsWith("spoils"))
                    .boxed()
                    .toList();
            if (commands.size() > 1 && !spoiling.isEmpty()) {
                throw new SpoiltException(spoiling);
            }
            return answerAll(commands, () -> {});
        }));
        gate.holdBack(carrier, "a");
        var others = carryInOrder(carrier, "b", "spoils 1", "c", "spoils 2");
        gate.open();

        assertThat(others)
                .extracting(CompletableFuture::join)
                .containsExactly("done b", "done spoils 1", "done c", "done spoils 2");
        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"), List.of("spoils 1"), List.of("spoils 2"));
    }

    @RepeatedTest(200)
    void anErrorReachesEverybodyAndTheNextOnesAreDone() {
        var carrier = carrier(carriage(THREADS, 1, 10), (commands, _) -> {
            if (commands.contains("error")) {
                throw new StackOverflowError();
            }
            return answerAll(commands, () -> {});
        });

        assertThatThrownBy(() -> carrier.carry("error")).isInstanceOf(StackOverflowError.class);
        assertThat(carrier.carry("a")).isEqualTo("done a");
    }

    @Test
    void anErrorAmongThoseWhoAreDoneAloneReachesAllWhoWereToFollow() {
        var carrier = carrier(carriage(THREADS, 1, 10), gate.around((commands, _) -> {
            if (commands.size() > 1) {
                throw new SpoiltException(List.of(1, 2));
            }
            if (commands.contains("error")) {
                throw new StackOverflowError();
            }
            return answerAll(commands, () -> {});
        }));
        gate.holdBack(carrier, "a");
        var others = carryInOrder(carrier, "b", "error", "c");
        gate.open();

        assertThat(others.get(0).join()).isEqualTo("done b");
        assertThat(others.subList(1, 3))
                .allSatisfy(other -> assertThatThrownBy(other::join).hasCauseInstanceOf(StackOverflowError.class));
    }

    @Test
    void whoComesWhileTheServerStopsIsTold() {
        Executor stopped = task -> {
            throw new RejectedExecutionException("stopped");
        };
        var carrier = carrier(carriage(stopped, 1, 10), this::answerAll);

        assertThatThrownBy(() -> carrier.carry("a")).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> carrier.carry("b")).isInstanceOf(UnavailableException.class);
    }

    @Test
    void nobodyOfManyIsLeftBehindOrDoneTwice() {
        var done = new AtomicInteger();
        var carrier = new GroupCommit<Integer, Integer>(
                Function.identity(),
                (commands, _) -> {
                    done.addAndGet(commands.size());
                    return commands;
                },
                carriage(THREADS, 2, 7));

        var answers = IntStream.range(0, 20_000)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> carrier.carry(i), THREADS))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).join()).isEqualTo(i);
        }
        assertThat(done).hasValue(20_000);
    }

    /** Another batch begins once it would be half full. */
    private static Carriage carriage(Executor executor, int batches, int batchSize) {
        return new Carriage(executor, batches, batchSize, Math.max(1, batchSize / 2));
    }

    private static GroupCommit<String, String> carrier(Carriage carriage, GroupCommit.Work<String, String> work) {
        return carrier(carriage, work, NEVER, NEVER);
    }

    private static GroupCommit<String, String> carrier(
            Carriage carriage, GroupCommit.Work<String, String> work, Duration stuck, Duration oneByOne) {
        return carrier(carriage, work, stuck, oneByOne, CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS));
    }

    private static GroupCommit<String, String> carrier(
            Carriage carriage,
            GroupCommit.Work<String, String> work,
            Duration stuck,
            Duration oneByOne,
            Executor delayed) {
        return new GroupCommit<>(Function.identity(), work, carriage, stuck, oneByOne, delayed);
    }

    private List<String> answerAll(List<String> commands, Runnable decided) {
        batches.add(commands);
        return commands.stream().map(command -> "done " + command).toList();
    }

    /** In this order, each in a thread of its own. */
    private static List<CompletableFuture<String>> carryInOrder(
            GroupCommit<String, String> carrier, String... commands) {
        var answers = new ArrayList<CompletableFuture<String>>();
        for (String command : commands) {
            var thread = new CompletableFuture<Thread>();
            answers.add(CompletableFuture.supplyAsync(
                    () -> {
                        thread.complete(Thread.currentThread());
                        return carrier.carry(command);
                    },
                    THREADS));
            waitUntilParked(thread.join());
        }
        return answers;
    }

    private static void waitUntilParked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    /** Keeps batches from going on until it is opened. */
    private static final class Gate {
        private final CountDownLatch opened = new CountDownLatch(1);
        private final AtomicInteger inside = new AtomicInteger();
        private CompletableFuture<String> heldBack = new CompletableFuture<>();

        GroupCommit.Work<String, String> around(GroupCommit.Work<String, String> work) {
            return (commands, decided) -> {
                inside.incrementAndGet();
                try {
                    if (!opened.await(20, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("The gate was never opened");
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
                return work.doTogether(commands, decided);
            };
        }

        /** Sends the command and returns once its batch is under way. */
        void holdBack(GroupCommit<String, String> carrier, String command) {
            int before = inside.get();
            heldBack = CompletableFuture.supplyAsync(() -> carrier.carry(command), THREADS);
            while (inside.get() == before) {
                Thread.onSpinWait();
            }
        }

        int inside() {
            return inside.get();
        }

        void open() {
            opened.countDown();
        }
    }
}
