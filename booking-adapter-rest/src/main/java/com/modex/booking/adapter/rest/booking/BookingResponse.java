package com.modex.booking.adapter.rest.booking;

import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.FailureReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking as the client gets it. */
record BookingResponse(
        String id,
        String showId,
        String userId,
        List<Integer> seats,
        BookingStatus status,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant cancelledAt,
        List<Integer> cancelledSeats,
        @Nullable FailureReason failureReason) {}
