package com.modex.booking.domain.booking;

/**
 * How many seats of one show a user has.
 *
 * @param live in bookings that are live, holds among them
 * @param onHold of those, in holds
 */
public record BuyersSeats(int live, int onHold) {
    public static final BuyersSeats NONE = new BuyersSeats(0, 0);
}
