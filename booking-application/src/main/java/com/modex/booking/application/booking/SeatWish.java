package com.modex.booking.application.booking;

import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.booking.SeatSelection;

/** Which seats a buyer would like. */
public sealed interface SeatWish {
    /** These and no others. */
    record Named(SeatSelection seats) implements SeatWish {}

    /**
     * The best that are free at the moment.
     *
     * @param quantity how many: 1 to {@value SeatSelection#MAX_SEATS}
     * @param allowSplit whether they may be apart; else they are side by side in one row
     */
    record Best(int quantity, boolean allowSplit) implements SeatWish {
        public Best {
            InvalidValueException.requireInRange(quantity, 1, SeatSelection.MAX_SEATS, "The number of seats");
        }
    }
}
