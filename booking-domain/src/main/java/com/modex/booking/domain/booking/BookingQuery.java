package com.modex.booking.domain.booking;

import com.modex.booking.domain.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings to list.
 *
 * @param status null for every status; judged at the database's now
 * @param after the last booking of the page before; null for the first page
 */
public record BookingQuery(
        UserId user,
        @Nullable BookingStatus status,
        @Nullable Key after,
        int limit) {

    /** The same query for one more, which tells whether there is a next page. */
    public BookingQuery oneMore() {
        return new BookingQuery(user, status, after, limit + 1);
    }

    /** Where a booking stands in the listing. */
    public record Key(Instant createdAt, BookingId id) {}
}
