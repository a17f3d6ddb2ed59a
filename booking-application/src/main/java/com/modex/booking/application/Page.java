package com.modex.booking.application;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a listing.
 *
 * @param next where the next page goes on: behind this key; null if this is the last
 */
public record Page<T, K>(List<T> items, @Nullable K next) {
    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page of {@code limit} items out of {@code limit + 1} that were asked for: one more means a next page. */
    public static <A, T, K> Page<T, K> of(List<A> found, int limit, Function<A, T> toItem, Function<A, K> toKey) {
        List<A> shown = found.subList(0, Math.min(limit, found.size()));
        K next = found.size() > limit ? toKey.apply(shown.getLast()) : null;
        return new Page<>(shown.stream().map(toItem).toList(), next);
    }
}
