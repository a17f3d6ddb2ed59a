package com.modex.booking.application.rehearsal;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.GroupCommit.Carriage;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.BookingUseCases;
import com.modex.booking.application.show.ShowUseCases;

/**
 * The door to the use cases of this package: give it the use cases to rehearse, take the rehearsal.
 *
 * @param undone takes back whatever was written, and counts a unit of work inside another as a part of it
 */
public record RehearsalUseCases(UnitOfWork undone, ShowUseCases shows, BookingUseCases bookings, BusinessClock clock) {
    /** In the rehearsal's own thread, to be in its transaction. */
    private static final Carriage ALONE = new Carriage(Runnable::run, 1, 1, 1);

    public RehearseSale rehearseSale() {
        ShowUseCases showsUndone = shows.in(undone);
        BookingUseCases bookingsUndone = bookings.in(undone, ALONE);
        return new RehearseSaleHandler(
                undone,
                showsUndone.createShow(),
                showsUndone.listShows(),
                showsUndone.viewShow(),
                showsUndone.viewSeatMap(),
                showsUndone.viewAvailability(),
                bookingsUndone.bookSeats(),
                bookingsUndone.confirmBooking(),
                bookingsUndone.cancelBooking(),
                bookingsUndone.viewBooking(),
                clock);
    }
}
