package com.modex.booking.application.booking;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.booking.BookingIds;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.seat.BoxOffice;
import com.modex.booking.domain.seat.BoxOffice.Sale;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatRequest;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.Shows;

final class BookSeatsHandler implements BookSeats {
    private final UnitOfWork unitOfWork;
    private final Shows shows;
    private final SeatLock seatLock;
    private final Bookings bookings;
    private final BookingIds ids;

    BookSeatsHandler(UnitOfWork unitOfWork, Shows shows, SeatLock seatLock, Bookings bookings, BookingIds ids) {
        this.unitOfWork = unitOfWork;
        this.shows = shows;
        this.seatLock = seatLock;
        this.bookings = bookings;
        this.ids = ids;
    }

    @Override
    public Result book(Command command) {
        var request = new SeatRequest(ids.next(), command.user(), command.seats(), command.confirm());
        return unitOfWork.run(() -> {
            LockedSeats locked = seatLock.take(command.show(), command.seats().numbers());
            // Read after the locks: a cancelled show has waited for every lock that was had before.
            return shows.find(command.show())
                    .map(show -> toResult(BoxOffice.sell(show, request, locked), show, locked))
                    .orElseGet(Result.ShowNotFound::new);
        });
    }

    private Result toResult(Sale sale, Show show, LockedSeats locked) {
        return switch (sale) {
            case Sale.Sold(var booking, var seats) -> {
                locked.apply(seats);
                bookings.add(booking, show);
                seatLock.store(locked);
                yield new Result.Booked(BookingDetails.of(booking));
            }
            case Sale.Refused(var seats) -> new Result.Refused(seats);
            case Sale.UnknownSeats(var seats) -> new Result.UnknownSeats(seats);
            case Sale.NotOnSale(var sales) -> new Result.NotOnSale(sales);
        };
    }
}
