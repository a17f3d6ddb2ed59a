package com.modex.booking.domain.seat;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.SeatSelection;

/**
 * What a buyer asks for.
 *
 * @param booking the id that the booking will have
 * @param confirm whether to book in one step; else the seats are held
 */
public record SeatRequest(BookingId booking, UserId user, SeatSelection seats, boolean confirm) {}
