package com.modex.booking.application.booking;

import com.modex.booking.domain.booking.Bookings;
import java.util.Optional;

final class ViewBookingHandler implements ViewBooking {
    private final Bookings bookings;

    ViewBookingHandler(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public Optional<BookingDetails> view(Query query) {
        return bookings.find(query.booking())
                .filter(booking -> query.asAdmin() || booking.user().equals(query.asker()))
                .map(BookingDetails::of);
    }
}
