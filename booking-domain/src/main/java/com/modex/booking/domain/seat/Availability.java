package com.modex.booking.domain.seat;

import com.modex.booking.domain.show.ShowId;

/** How many seats of a show were in which state at one moment. */
public record Availability(ShowId show, int available, int held, int booked, int blocked) {}
