package com.modex.booking.application.show;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.seat.BoxOffice;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowLock;
import com.modex.booking.domain.show.Shows;
import java.util.Optional;

final class CancelShowHandler implements CancelShow {
    private final UnitOfWork unitOfWork;
    private final ShowLock showLock;
    private final Shows shows;
    private final SeatLock seatLock;
    private final Bookings bookings;

    CancelShowHandler(UnitOfWork unitOfWork, ShowLock showLock, Shows shows, SeatLock seatLock, Bookings bookings) {
        this.unitOfWork = unitOfWork;
        this.showLock = showLock;
        this.shows = shows;
        this.seatLock = seatLock;
        this.bookings = bookings;
    }

    @Override
    public Optional<ShowDetails> cancel(ShowId id) {
        return unitOfWork.run(() -> showLock.lock(id).map(this::cancel));
    }

    private ShowDetails cancel(Show show) {
        Show cancelled = show.cancel();
        if (cancelled != show) {
            shows.update(cancelled);
            // Whoever has seats locked now may still book by the show as it was, and is waited for; whoever comes later
            // finds it cancelled. So the bookings that are live behind the locks are all that there will ever be.
            LockedSeats seats = seatLock.awaitAll(show.id());
            bookings.endAll(show.id(), seats.now());
            seats.apply(BoxOffice.releaseAll(seats));
            seatLock.store(seats);
        }
        return ShowDetails.of(cancelled);
    }
}
