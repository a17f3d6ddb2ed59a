package com.modex.booking.adapter.rest.page;

import com.modex.booking.domain.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** How many items a page has: {@value #DEFAULT} unless said otherwise, {@value #MAX} at most. */
public final class PageSize {
    public static final int DEFAULT = 20;
    public static final int MAX = 100;

    private PageSize() {}

    /**
     * The number of items that the {@code limit} parameter asks for.
     *
     * @throws InvalidValueException if it is out of range
     */
    public static int of(@Nullable Integer limit) {
        return limit == null ? DEFAULT : InvalidValueException.requireInRange(limit, 1, MAX, "limit");
    }
}
