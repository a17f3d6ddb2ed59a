package com.modex.booking.domain.show;

import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which shows to list.
 *
 * @param type null for every type
 * @param namePart text that the name holds, whatever its case; null for every name
 * @param from the earliest start; null for the database's now
 * @param to the start times end before it; null for no end
 * @param after the last show of the page before; null for the first page
 * @param limit how many at most
 */
public record ShowQuery(
        @Nullable ShowType type,
        @Nullable String namePart,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Key after,
        int limit) {
    public ShowQuery {
        if (namePart != null) {
            InvalidValueException.requireText(namePart, ShowName.MAX_LENGTH, "A part of a name");
        }
    }

    /** The same query for one more, which tells whether there is a next page. */
    public ShowQuery oneMore() {
        return new ShowQuery(type, namePart, from, to, after, limit + 1);
    }

    /** Where a show stands in the listing. */
    public record Key(Instant startTime, ShowId id) {}
}
