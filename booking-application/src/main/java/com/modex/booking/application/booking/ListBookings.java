package com.modex.booking.application.booking;

import com.modex.booking.application.Page;
import com.modex.booking.domain.booking.BookingQuery;

/** Lists a user's own bookings, newest first, a page at a time; a page stays right while bookings are added. */
public interface ListBookings {
    Page<BookingDetails, BookingQuery.Key> list(BookingQuery query);
}
