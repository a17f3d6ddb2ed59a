package com.modex.booking.adapter.rest.show;

import com.modex.booking.domain.seat.SeatStatus;
import java.util.List;

/** A seat map as the client gets it, in seat order. */
record SeatMapResponse(String showId, List<SeatResponse> seats) {
    record SeatResponse(int number, String label, String section, String row, SeatStatus status) {}
}
