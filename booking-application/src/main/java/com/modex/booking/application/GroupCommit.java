package com.modex.booking.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Has commands that arrive while a transaction runs done together in the next one, so that they share its round trips
 * and its commit. Nobody waits for company on an idle server: a command that finds no batch under way is done at once, alone.
 *
 * <p>It knows nothing of what the commands mean. What is decided of each is what would have been decided of it alone.
 *
 * @param <C> the command
 * @param <R> its result
 */
public final class GroupCommit<C, R> {
    /** What takes longer than that is stuck, and nobody waits for it to get on. */
    private static final Duration STUCK = Duration.ofMillis(500);

    /** How often it is looked for while anybody waits: who is behind what is stuck waits so much longer at most. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** The commands of a batch that have to be done one by one have so long together, however many they are. */
    private static final Duration ONE_BY_ONE = Duration.ofSeconds(5);

    private final Deque<Waiting<C, R>> queue = new ConcurrentLinkedDeque<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final Batches batches = new Batches();
    private final AtomicBoolean watching = new AtomicBoolean();
    private final Function<? super C, ?> turnOf;
    private final Work<C, R> work;
    private final Carriage carriage;
    private final Duration stuck;
    private final Duration oneByOne;
    private final Executor delayed;

    /**
     * @param turnOf what commands must be equal in to be kept apart: they are never in one batch. That they are kept apart
     *     in batches that are under way at the same time, is for the database to do
     */
    public GroupCommit(Function<? super C, ?> turnOf, Work<C, R> work, Carriage carriage) {
        this(
                turnOf,
                work,
                carriage,
                STUCK,
                ONE_BY_ONE,
                CompletableFuture.delayedExecutor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** @param delayed runs what it is given after a while: each look for what is stuck */
    GroupCommit(
            Function<? super C, ?> turnOf,
            Work<C, R> work,
            Carriage carriage,
            Duration stuck,
            Duration oneByOne,
            Executor delayed) {
        this.turnOf = turnOf;
        this.work = work;
        this.carriage = carriage;
        this.stuck = stuck;
        this.oneByOne = oneByOne;
        this.delayed = delayed;
    }

    /** What is done with commands. */
    @FunctionalInterface
    public interface Work<C, R> {
        /**
         * Does all of them in one unit of work, or none.
         *
         * @param decided to be run when nothing is left but to commit; more than once where the work is done again
         * @return the result of each, in their order, durable
         * @throws SpoiltException if some of them have to be done alone, and the others without them
         * @throws UnavailableException if nothing can be done now, or nobody knows whether it was done: all of them fail.
         *     After any other exception, {@link ContentionException} included, each is done alone, so that one bad command
         *     does not fail its neighbours
         */
        List<R> doTogether(List<C> commands, Runnable decided);
    }

    /** Nothing was done, because the commands at these places of the batch cannot be done with others. */
    public static final class SpoiltException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Integer> places;

        /** @param places from 0 on; the batch has others as well */
        public SpoiltException(List<Integer> places) {
            super("Spoilt by the commands at " + places);
            this.places = List.copyOf(places);
        }
    }

    /**
     * How batches are carried.
     *
     * @param executor runs them; it may run them in the caller's thread if there is one batch at a time
     * @param batches how many may be under way at the same time. While one is committed another one begins, so that the
     *     disk and the processor are both at work
     * @param batchSize how many commands one batch has at most
     * @param enough how many have to wait for another batch to begin beside one that is not yet at its commit and does not
     *     seem to be stuck: small ones cost more each
     */
    public record Carriage(Executor executor, int batches, int batchSize, int enough) {
        public Carriage {
            if (batches < 1 || batchSize < 1 || enough < 1) {
                throw new IllegalArgumentException("A batch at least, of one command at least");
            }
        }
    }

    /**
     * Waits until the command is done.
     *
     * @throws RuntimeException whatever the work has thrown at it
     */
    public R carry(C command) {
        var waiting = new Waiting<C, R>(command, turnOf.apply(command));
        queue.add(waiting);
        queued.incrementAndGet();
        try {
            startBatches();
            if (!waiting.result.isDone()) {
                watch();
            }
        } catch (RuntimeException | Error e) {
            // Who is told that it has failed must not find it done later. What is in a batch has its answer coming.
            if (queue.remove(waiting)) {
                queued.decrementAndGet();
                throw e;
            }
        }
        return Awaited.resultOf(waiting.result);
    }

    /** One look for all who wait: to have each of them wake up by itself costs more than to wake them with their results. */
    private void watch() {
        if (watching.compareAndSet(false, true)) {
            try {
                delayed.execute(this::look);
            } catch (RuntimeException | Error e) {
                watching.set(false);
                throw e;
            }
        }
    }

    private void look() {
        watching.set(false);
        try {
            startBatches();
            if (queued.get() > 0) {
                watch();
            }
        } catch (RuntimeException | Error e) {
            // Nobody would hear of it here, and nobody would look after those who wait.
            failAllWaiting(new UnavailableException("No batch could be begun", e));
        }
    }

    private void startBatches() {
        if (!batches.begin()) {
            return;
        }
        boolean started = false;
        try {
            carriage.executor.execute(this::carryBatches);
            started = true;
        } catch (RejectedExecutionException e) {
            failAllWaiting(new UnavailableException("The server is stopping", e));
        } finally {
            if (!started) {
                batches.filled();
                batches.decided();
                batches.end();
            }
        }
    }

    private void failAllWaiting(UnavailableException e) {
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            queued.decrementAndGet();
            next.result.completeExceptionally(e);
        }
    }

    private void carryBatches() {
        try {
            do {
                carryOne();
            } while (batches.begin());
        } finally {
            // An error may have left others waiting.
            startBatches();
        }
    }

    private void carryOne() {
        var decided = new AtomicBoolean();
        Runnable onDecided = () -> {
            if (decided.compareAndSet(false, true)) {
                batches.decided();
                startBatches();
            }
        };
        var batch = new ArrayList<Waiting<C, R>>();
        try {
            fill(batch);
            startBatches();
            carryTogether(batch, onDecided);
        } catch (RuntimeException | Error e) {
            // However it ends, nobody in it is left waiting.
            batch.forEach(waiting -> waiting.result.completeExceptionally(e));
            throw e;
        } finally {
            if (decided.compareAndSet(false, true)) {
                batches.decided();
            }
            batches.end();
        }
    }

    private void fill(List<Waiting<C, R>> batch) {
        var turns = new HashSet<Object>();
        var notTogether = new ArrayList<Waiting<C, R>>();
        try {
            while (batch.size() < carriage.batchSize) {
                var next = queue.poll();
                if (next == null) {
                    break;
                }
                (turns.add(next.turn) ? batch : notTogether).add(next);
            }
        } finally {
            // They came before all that are still in the queue.
            notTogether.reversed().forEach(queue::addFirst);
            queued.addAndGet(-batch.size());
            batches.filled();
        }
    }

    private void carryTogether(List<Waiting<C, R>> batch, Runnable decided) {
        if (batch.isEmpty()) {
            return;
        }
        List<R> results;
        try {
            results = work.doTogether(
                    batch.stream().map(waiting -> waiting.command).toList(), decided);
            if (results.size() != batch.size()) {
                throw new IllegalStateException("%d results of %d commands".formatted(results.size(), batch.size()));
            }
        } catch (SpoiltException e) {
            var rest = new ArrayList<>(batch);
            var alone = e.places.stream().map(batch::get).toList();
            rest.removeAll(alone);
            carryTogether(rest, decided);
            carryApart(alone, decided);
            return;
        } catch (RuntimeException e) {
            if (batch.size() > 1 && mayBeOneCommandsFault(e)) {
                carryApart(batch, decided);
            } else {
                batch.forEach(waiting -> waiting.result.completeExceptionally(e));
            }
            return;
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).result.complete(results.get(i));
        }
    }

    private void carryApart(List<Waiting<C, R>> batch, Runnable decided) {
        long begun = System.nanoTime();
        for (Waiting<C, R> waiting : batch) {
            if (System.nanoTime() - begun < oneByOne.toNanos()) {
                carryTogether(List.of(waiting), decided);
            } else {
                waiting.result.completeExceptionally(
                        new UnavailableException("Those before have taken all the time", null));
            }
        }
    }

    /** A commit whose answer was lost may have been done, so that nothing may be done again; contention is none of that. */
    private static boolean mayBeOneCommandsFault(RuntimeException e) {
        return !(e instanceof UnavailableException) || e instanceof ContentionException;
    }

    /** How many batches are under way, and how many of them have not come to their commit. */
    private final class Batches {
        private int underWay;
        private int undecided;
        private boolean filling;
        private long lastBegun;

        /** Whether another one begins now; who asks has to carry it. */
        synchronized boolean begin() {
            long now = System.nanoTime();
            boolean alone = undecided == 0 || now - lastBegun > stuck.toNanos();
            int enough = alone ? 1 : carriage.enough;
            if (filling || underWay == carriage.batches || queued.get() < enough) {
                return false;
            }
            underWay++;
            filling = true;
            undecided++;
            lastBegun = now;
            return true;
        }

        /** The one that began last has got its commands; those that are still waiting are for others. */
        synchronized void filled() {
            filling = false;
        }

        /** One has come to its commit, or will not. */
        synchronized void decided() {
            undecided--;
        }

        /** One that had been decided has ended. */
        synchronized void end() {
            underWay--;
        }
    }

    /** Who waits; the same command may be waited for twice, so it is no record. */
    private static final class Waiting<C, R> {
        private final C command;
        private final Object turn;
        private final CompletableFuture<R> result = new CompletableFuture<>();

        Waiting(C command, Object turn) {
            this.command = command;
            this.turn = turn;
        }
    }
}
