package com.modex.booking.domain.booking;

/** How far a booking has come. {@code PENDING} is a hold; {@code PENDING} and {@code CONFIRMED} are live. */
public enum BookingStatus {
    PENDING,
    CONFIRMED,
    FAILED,
    CANCELLED
}
