package com.modex.booking.domain.booking;

import com.modex.booking.domain.show.ShowId;
import org.jspecify.annotations.Nullable;

/**
 * Which bookings of a show to list, whoever made them.
 *
 * @param status null for every status; judged at the database's now
 * @param after the last booking of the page before; null for the first page
 */
public record ShowBookingsQuery(
        ShowId show,
        @Nullable BookingStatus status,
        @Nullable BookingId after,
        int limit) {

    /** The same query for one more, which tells whether there is a next page. */
    public ShowBookingsQuery oneMore() {
        return new ShowBookingsQuery(show, status, after, limit + 1);
    }
}
