package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.SeatNumber;

/** A seat that could not be had, and why. */
public record UnavailableSeat(SeatNumber number, Reason reason) {

    /** Why a seat could not be had. */
    public enum Reason {
        BOOKED,
        HELD,
        BLOCKED,
        /** A rival is taking it at this moment; try again. */
        CONTESTED
    }
}
