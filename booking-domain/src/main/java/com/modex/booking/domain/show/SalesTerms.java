package com.modex.booking.domain.show;

import org.jspecify.annotations.Nullable;

/**
 * On what terms the seats of a show are sold.
 *
 * @param seatLimit null where a user may take as many as there are
 */
public record SalesTerms(
        SalesWindow window, HoldTime holdTime, @Nullable SeatLimit seatLimit) {
    public static final SalesTerms DEFAULT = new SalesTerms(SalesWindow.UNTIL_START, HoldTime.DEFAULT, null);

    /** Whether a user may have only so many seats. */
    public boolean limitsSeats() {
        return seatLimit != null;
    }

    SalesTerms with(SalesWindow newWindow) {
        return new SalesTerms(newWindow, holdTime, seatLimit);
    }

    SalesTerms with(HoldTime newHoldTime) {
        return new SalesTerms(window, newHoldTime, seatLimit);
    }

    SalesTerms with(@Nullable SeatLimit newSeatLimit) {
        return new SalesTerms(window, holdTime, newSeatLimit);
    }
}
