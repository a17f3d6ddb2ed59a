package com.modex.booking.application.booking;

import com.modex.booking.application.GroupCommit;
import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.booking.HoldLimit;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.Shows;
import java.util.List;

/** The use cases of bookings over an empty store. */
final class Cases {
    static final HoldLimit HOLD_LIMIT = new HoldLimit(20);

    private Cases() {}

    static BookingUseCases useCases(InMemoryWorld world) {
        return useCases(world, world.shows(), world.seatMaps());
    }

    /** With shows and seat maps that are not the store's own. */
    static BookingUseCases useCases(InMemoryWorld world, Shows shows, SeatMaps seatMaps) {
        return useCases(world, shows, seatMaps, world.expiredHolds());
    }

    static BookingUseCases useCases(InMemoryWorld world, Shows shows, SeatMaps seatMaps, ExpiredHolds expiredHolds) {
        return new BookingUseCases(
                world,
                shows,
                world.seatLock(),
                seatMaps,
                world.bookings(),
                world.salesLedger(),
                world.bookingLock(),
                world.buyerLock(),
                expiredHolds,
                Fixtures::newBookingId,
                HOLD_LIMIT,
                world,
                world,
                new GroupCommit.Carriage(Runnable::run, 1, 100, 1));
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
