package com.modex.booking.application.show;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.ChangeCounts;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.ShowIds;
import com.modex.booking.domain.show.ShowLock;
import com.modex.booking.domain.show.Shows;
import java.util.function.LongSupplier;

/**
 * The door to the use cases of this package: give it the driven ports, take the use cases.
 *
 * @param changes counted by the adapters of those ports
 * @param stopwatch nanoseconds since any moment
 */
public record ShowUseCases(
        UnitOfWork unitOfWork,
        Shows shows,
        ShowLock showLock,
        SeatLock seatLock,
        SeatMaps seatMaps,
        Bookings bookings,
        ShowIds ids,
        BusinessClock clock,
        ChangeCounts changes,
        LongSupplier stopwatch) {

    /** The same use cases over the same ports, but in units of work of another kind. */
    public ShowUseCases in(UnitOfWork others) {
        return new ShowUseCases(others, shows, showLock, seatLock, seatMaps, bookings, ids, clock, changes, stopwatch);
    }

    public CreateShow createShow() {
        return new CreateShowHandler(unitOfWork, shows, ids, clock);
    }

    public ChangeShow changeShow() {
        return new ChangeShowHandler(unitOfWork, showLock, shows, seatLock, clock);
    }

    public CancelShow cancelShow() {
        return new CancelShowHandler(unitOfWork, showLock, shows, seatLock, bookings);
    }

    public ChangeHouseSeats changeHouseSeats() {
        return new ChangeHouseSeatsHandler(unitOfWork, shows, seatLock);
    }

    public ListShows listShows() {
        return new ListShowsHandler(shows);
    }

    public ViewShow viewShow() {
        return new ViewShowHandler(shows);
    }

    public ViewSeatMap viewSeatMap() {
        return new ViewSeatMapHandler(shows, new RecentSeatMaps(seatMaps, changes, stopwatch));
    }

    public ViewAvailability viewAvailability() {
        return new ViewAvailabilityHandler(shows, seatMaps);
    }
}
