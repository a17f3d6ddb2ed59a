package com.modex.booking.domain.booking;

import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.show.ShowId;

/** What a request for a booking is marked with: the same key of the same user for another show is another. */
public record BookingKey(ShowId show, IdempotencyKey key) {}
