package com.modex.booking.domain.show;

import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When seats may be booked: from the opening on, until just before the close.
 *
 * @param openAt null where sales are open from the beginning
 * @param closeAt null where sales close when the show starts
 */
public record SalesWindow(
        @Nullable Instant openAt, @Nullable Instant closeAt) {
    public static final SalesWindow UNTIL_START = new SalesWindow(null, null);

    /** When sales of a show close that starts then. */
    public Instant closeFor(Instant startTime) {
        return closeAt == null ? startTime : closeAt;
    }

    /** Refuses a window in which nobody could ever book a show that starts then. */
    void requireOpenSomeTime(Instant startTime) {
        if (openAt != null && !openAt.isBefore(closeFor(startTime))) {
            throw new InvalidValueException("SALES_WINDOW_EMPTY", "Sales must open before they close.");
        }
    }
}
