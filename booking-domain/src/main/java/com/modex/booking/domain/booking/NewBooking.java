package com.modex.booking.domain.booking;

import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.show.Show;
import org.jspecify.annotations.Nullable;

/**
 * A booking that was decided on and is to be added.
 *
 * @param show as it was decided on
 * @param key what the request that makes it was marked with, if it was; it is kept with the booking
 */
public record NewBooking(
        Booking booking, Show show, @Nullable IdempotencyKey key) {}
