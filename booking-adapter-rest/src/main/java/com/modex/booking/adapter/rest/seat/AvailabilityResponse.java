package com.modex.booking.adapter.rest.seat;

import io.swagger.v3.oas.annotations.media.Schema;

/** How many seats of a show are in which state. */
@Schema(description = "How many seats of a show are in which state at this moment.")
record AvailabilityResponse(
        String showId,

        @Schema(minimum = "0") int available,

        @Schema(minimum = "0") int held,

        @Schema(minimum = "0") int booked,

        @Schema(description = "Kept by the house.", minimum = "0")
        int blocked) {}
