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

    public SalesWindow {
        if (openAt != null && closeAt != null && !openAt.isBefore(closeAt)) {
            throw new InvalidValueException("SALES_WINDOW_EMPTY", "Sales must open before they close.");
        }
    }
}
