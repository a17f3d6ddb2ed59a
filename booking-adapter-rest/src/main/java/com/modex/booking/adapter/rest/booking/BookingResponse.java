package com.modex.booking.adapter.rest.booking;

import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.FailureReason;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking as the client gets it. */
@Schema(description = "Seats of one show that one user has, holds or had.")
record BookingResponse(
        String id,
        String showId,

        @Schema(description = "The `sub` of the token that it was made with.")
        String userId,

        @ArraySchema(arraySchema = @Schema(description = "In order; a cancelled booking keeps its last ones."))
        List<Integer> seats,

        BookingStatus status,
        Instant createdAt,

        @Schema(description = "When the hold runs out or ran out; null once confirmed.") @Nullable
        Instant expiresAt,

        @Nullable Instant confirmedAt,
        @Nullable Instant cancelledAt,

        @ArraySchema(arraySchema = @Schema(description = "Those that were given back."))
        List<Integer> cancelledSeats,

        @Schema(description = "Null unless the booking is `FAILED`.") @Nullable
        FailureReason failureReason) {}
