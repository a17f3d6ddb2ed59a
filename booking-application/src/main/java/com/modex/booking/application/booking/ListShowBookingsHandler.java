package com.modex.booking.application.booking;

import com.modex.booking.application.Page;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.ShowBookingsQuery;
import com.modex.booking.domain.show.Shows;
import java.util.Optional;

final class ListShowBookingsHandler implements ListShowBookings {
    private final Shows shows;
    private final Bookings bookings;

    ListShowBookingsHandler(Shows shows, Bookings bookings) {
        this.shows = shows;
        this.bookings = bookings;
    }

    @Override
    public Optional<Page<BookingDetails, BookingId>> list(ShowBookingsQuery query) {
        return shows.find(query.show())
                .map(_ -> Page.of(bookings.list(query.oneMore()), query.limit(), BookingDetails::of, Booking::id));
    }
}
