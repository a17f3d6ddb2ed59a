package com.modex.booking.application.rehearsal;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.application.booking.BookingUseCases;
import com.modex.booking.application.show.ShowUseCases;

/**
 * The door to the use cases of this package: give it other use cases to rehearse, take the rehearsal.
 *
 * @param undone takes back whatever was written, and counts a unit of work inside another as a part of it
 * @param shows on {@code undone}
 * @param bookings on {@code undone}
 */
public record RehearsalUseCases(UnitOfWork undone, ShowUseCases shows, BookingUseCases bookings, BusinessClock clock) {
    public RehearsalUseCases {
        if (!shows.unitOfWork().equals(undone) || !bookings.unitOfWork().equals(undone)) {
            throw new IllegalArgumentException("A rehearsal must not leave anything behind");
        }
    }

    public RehearseSale rehearseSale() {
        return new RehearseSaleHandler(
                undone,
                shows.createShow(),
                shows.listShows(),
                shows.viewShow(),
                shows.viewSeatMap(),
                shows.viewAvailability(),
                bookings.bookSeats(),
                bookings.confirmBooking(),
                bookings.cancelBooking(),
                bookings.viewBooking(),
                clock);
    }
}
