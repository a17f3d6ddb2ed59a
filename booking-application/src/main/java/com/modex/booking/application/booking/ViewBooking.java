package com.modex.booking.application.booking;

import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.BookingId;
import java.util.Optional;

/** Shows a booking to its user, and any booking to an admin. */
public interface ViewBooking {
    /** Empty if there is none, or it is not for the asker to see. */
    Optional<BookingDetails> view(Query query);

    /** Who asks for which booking. */
    record Query(BookingId booking, UserId asker, boolean asAdmin) {}
}
