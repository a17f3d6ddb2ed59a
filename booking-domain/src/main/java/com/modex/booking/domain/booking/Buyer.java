package com.modex.booking.domain.booking;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.show.ShowId;

/** A user as the buyer of seats of one show: whom a show's limit on seats holds for. */
public record Buyer(ShowId show, UserId user) {}
