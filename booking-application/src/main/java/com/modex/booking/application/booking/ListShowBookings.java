package com.modex.booking.application.booking;

import com.modex.booking.application.Page;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.ShowBookingsQuery;
import java.util.Optional;

/** Lists the bookings of a show for an admin, newest first, a page at a time; a page stays right while some are added. */
public interface ListShowBookings {
    /** Empty if there is no such show. */
    Optional<Page<BookingDetails, BookingId>> list(ShowBookingsQuery query);
}
