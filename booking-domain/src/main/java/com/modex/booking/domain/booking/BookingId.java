package com.modex.booking.domain.booking;

import java.util.UUID;

/** Names one booking for ever. */
public record BookingId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
