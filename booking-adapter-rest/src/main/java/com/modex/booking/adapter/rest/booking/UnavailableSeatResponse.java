package com.modex.booking.adapter.rest.booking;

import com.modex.booking.domain.seat.UnavailableSeat;

/** A seat that could not be had, in a refusal. */
record UnavailableSeatResponse(int number, UnavailableSeat.Reason reason) {}
