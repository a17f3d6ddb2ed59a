package com.modex.booking.application.booking;

import com.modex.booking.application.Page;
import com.modex.booking.domain.booking.BookingQuery;
import com.modex.booking.domain.booking.Bookings;

final class ListBookingsHandler implements ListBookings {
    private final Bookings bookings;

    ListBookingsHandler(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public Page<BookingDetails, BookingQuery.Key> list(BookingQuery query) {
        return Page.of(
                bookings.list(query.oneMore()),
                query.limit(),
                BookingDetails::of,
                booking -> new BookingQuery.Key(booking.createdAt(), booking.id()));
    }
}
