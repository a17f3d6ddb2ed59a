package com.modex.booking.domain.booking;

/** Why a booking came to nothing. */
public enum FailureReason {
    /** The hold ran out before it was confirmed. */
    EXPIRED
}
