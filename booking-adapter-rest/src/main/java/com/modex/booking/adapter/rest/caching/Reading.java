package com.modex.booking.adapter.rest.caching;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that anybody may read, and how it is read.
 *
 * @param key what is read; two readings with equal keys have the same answer
 * @param changes how often this server has changed what is read, as {@link com.modex.booking.application.ChangeCounts}
 *     says; it never falls
 * @param source reads it; empty if there is no such thing
 */
public record Reading<T>(Object key, LongSupplier changes, Supplier<Optional<Found<T>>> source) {
    /**
     * What was read.
     *
     * @param body what is sent as JSON
     * @param rightFor how long after the source was asked it may still be right; null if that is as long as nothing
     *     is changed
     */
    public record Found<T>(T body, @Nullable Duration rightFor) {}
}
