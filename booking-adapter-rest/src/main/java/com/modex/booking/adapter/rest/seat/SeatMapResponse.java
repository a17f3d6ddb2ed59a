package com.modex.booking.adapter.rest.seat;

import com.modex.booking.domain.seat.SeatStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A seat map as the client gets it, in seat order. */
@Schema(description = "What a show's seats are at this moment, in seat order.")
record SeatMapResponse(String showId, List<SeatResponse> seats) {
    @Schema(description = "A seat of a show.")
    record SeatResponse(
            @Schema(description = "Names the seat in bookings.", minimum = "1")
            int number,

            @Schema(description = "Section, row and place, for people.")
            String label,

            String section,
            String row,
            SeatStatus status) {}
}
