package com.modex.booking.adapter.rest.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.modex.booking.application.Awaited;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to public reads, made once for all who ask. Nobody gets an answer that
 *
 * <ul>
 *   <li>lacks a change that this server had {@linkplain Reading#changes counted} when he asked,
 *   <li>was older than the maximum age when he asked: that long the changes of other servers may stay unseen,
 *   <li>could have been wrong by then because a {@linkplain Reading.Found#rightFor time} in it had come.
 * </ul>
 *
 * <p>Whoever finds no such answer reads, and all who come meanwhile wait for that one reading; whom it does not satisfy
 * shares the next. So there is never more than one reading of the same thing at a time. When it fails it fails for
 * all who waited, and nothing is kept. Answers take no more memory than they may.
 */
public final class ReadyAnswers {
    /** Nobody wants it any more: it could not be sent as it is. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

    private static final int BYTES_OF_AN_ENTRY = 500;

    private final JsonMapper json;
    private final Duration maxAge;
    private final Ticker stopwatch;
    private final Cache<Object, Kept> kept;
    private final ConcurrentMap<Object, CompletableFuture<Outcome>> readings = new ConcurrentHashMap<>();

    ReadyAnswers(JsonMapper json, long maxBytes, Duration maxAge, Ticker stopwatch) {
        this.json = json;
        this.maxAge = maxAge;
        this.stopwatch = stopwatch;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Object _, Kept answer) -> answer.json().weight() + BYTES_OF_AN_ENTRY)
                .expireAfterWrite(FORGOTTEN_AFTER)
                .ticker(stopwatch)
                .build();
    }

    /** How old an answer may be when somebody asks; what it is made of may be no older. */
    public Duration maxAge() {
        return maxAge;
    }

    /** The answer; empty if there is nothing of the kind. */
    public <T> Optional<ReadyAnswer<T>> get(Reading<T> reading) {
        var asked = momentOf(reading.changes());
        var atHand = atHand(reading.key(), asked);
        var answer = atHand == null ? read(reading, asked) : atHand;
        return Optional.ofNullable(answer).map(json -> new ReadyAnswer<>(reading, json));
    }

    /** The answer if it can be had without reading anything. */
    @Nullable
    ReadyJson atHand(Reading<?> reading) {
        return atHand(reading.key(), momentOf(reading.changes()));
    }

    private @Nullable ReadyJson atHand(Object key, Moment asked) {
        var answer = kept.getIfPresent(key);
        return answer != null && answer.validity().includes(asked) ? answer.json() : null;
    }

    private @Nullable ReadyJson read(Reading<?> reading, Moment asked) {
        var own = new CompletableFuture<Outcome>();
        while (true) {
            var running = readings.putIfAbsent(reading.key(), own);
            if (running == null) {
                return readFor(own, reading, asked);
            }
            Outcome outcome = Awaited.resultOf(running);
            if (outcome.validity().includes(asked)) {
                return outcome.json();
            }
        }
    }

    private @Nullable ReadyJson readFor(CompletableFuture<Outcome> waiting, Reading<?> reading, Moment asked) {
        try {
            // Another reading may have ended between the look at what is kept and the beginning of this one.
            var before = kept.getIfPresent(reading.key());
            var outcome = before != null && before.validity().includes(asked)
                    ? new Outcome(before.validity(), before.json())
                    : readNow(reading, before);
            end(reading.key(), waiting);
            waiting.complete(outcome);
            return outcome.json();
        } catch (RuntimeException | Error e) {
            end(reading.key(), waiting);
            waiting.completeExceptionally(e);
            throw e;
        }
    }

    private <T> Outcome readNow(Reading<T> reading, @Nullable Kept before) {
        var begun = momentOf(reading.changes());
        var found = reading.source().get().orElse(null);
        if (found == null) {
            return new Outcome(new Validity(begun, begun.time() + maxAge.toNanos()), null);
        }
        // That counts from a moment behind the beginning, so its time comes no sooner than is reckoned here.
        var rightFor = found.rightFor();
        Duration lasts = rightFor == null || rightFor.compareTo(maxAge) > 0 ? maxAge : rightFor;
        var validity = new Validity(begun, begun.time() + lasts.toNanos());
        byte[] bytes = json.writeValueAsBytes(found.body());
        // Most readings only find that nothing has changed; then what was compressed once need not be again.
        var answer = before != null && before.json().consistsOf(bytes) ? before.json() : new ReadyJson(bytes);
        kept.put(reading.key(), new Kept(validity, answer));
        return new Outcome(validity, answer);
    }

    /** Only then may those who waited go on: one whom the outcome does not satisfy begins the next reading. */
    private void end(Object key, CompletableFuture<Outcome> reading) {
        readings.remove(key, reading);
    }

    private Moment momentOf(LongSupplier changes) {
        return new Moment(changes.getAsLong(), stopwatch.read());
    }

    /** How many wait for a reading that is under way. */
    int waiting(Object key) {
        var reading = readings.get(key);
        return reading == null ? 0 : reading.getNumberOfDependents();
    }

    /** How many bytes are kept at most, by reckoning. */
    long weight() {
        kept.cleanUp();
        return kept.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /**
     * A point in what this server has done, and in time.
     *
     * @param time on the stopwatch, in nanoseconds
     */
    private record Moment(long changes, long time) {}

    /** For whom an answer is good whose reading began at that moment: all who asked before the end of its time. */
    private record Validity(Moment begun, long end) {
        boolean includes(Moment asked) {
            return begun.changes() >= asked.changes() && asked.time() - end < 0;
        }
    }

    private record Kept(Validity validity, ReadyJson json) {}

    /** @param json null if there was nothing to read */
    private record Outcome(Validity validity, @Nullable ReadyJson json) {}
}
