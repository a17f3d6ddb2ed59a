package com.modex.booking.application.booking;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.ShowId;
import java.util.List;

/** The use cases of bookings over an empty store. */
final class Cases {
    private Cases() {}

    static BookingUseCases useCases(InMemoryWorld world) {
        return new BookingUseCases(
                world,
                world.shows(),
                world.seatLock(),
                world.bookings(),
                world.bookingLock(),
                world.expiredHolds(),
                Fixtures::newBookingId);
    }

    static List<SeatStatus> statuses(InMemoryWorld world, ShowId show) {
        return world.seatMaps().of(show).seats().stream()
                .map(SeatMap.Entry::status)
                .toList();
    }

    /** The booking as it is stored. */
    static BookingDetails stored(InMemoryWorld world, BookingId id) {
        return world.bookings().find(id).map(BookingDetails::of).orElseThrow();
    }
}
