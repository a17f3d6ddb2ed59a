package com.modex.booking.domain.seat;

/** Whether a seat is to be had. */
public enum SeatStatus {
    AVAILABLE,
    /** A hold that has not run out keeps it. */
    HELD,
    BOOKED,
    /** A house seat: not for sale. */
    BLOCKED
}
