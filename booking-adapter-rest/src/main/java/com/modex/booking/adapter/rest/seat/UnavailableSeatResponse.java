package com.modex.booking.adapter.rest.seat;

import com.modex.booking.domain.seat.UnavailableSeat;

/** A seat that could not be had, in a refusal. */
record UnavailableSeatResponse(int number, UnavailableSeat.Reason reason) {
    static UnavailableSeatResponse of(UnavailableSeat seat) {
        return new UnavailableSeatResponse(seat.number().value(), seat.reason());
    }
}
