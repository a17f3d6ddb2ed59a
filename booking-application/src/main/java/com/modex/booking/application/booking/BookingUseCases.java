package com.modex.booking.application.booking;

import com.modex.booking.application.BusinessClock;
import com.modex.booking.application.GroupCommit;
import com.modex.booking.application.Pause;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.booking.BookingIds;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.BuyerLock;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.booking.HoldLimit;
import com.modex.booking.domain.seat.SalesLedger;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.Shows;

/** The door to the use cases of this package: give it the driven ports, take the use cases. */
public final class BookingUseCases {
    private final UnitOfWork unitOfWork;
    private final Shows shows;
    private final SeatLock seatLock;
    private final SeatMaps seatMaps;
    private final Bookings bookings;
    private final SalesLedger ledger;
    private final BookingLock bookingLock;
    private final BuyerLock buyerLock;
    private final ExpiredHolds expiredHolds;
    private final BookingIds ids;
    private final HoldLimit holdLimit;
    private final BusinessClock clock;
    private final Pause pause;
    private final GroupCommit.Carriage carriage;

    /** One for all use cases, so that all who ask at the same moment share a reading. */
    private final Alternatives alternatives;

    public BookingUseCases(
            UnitOfWork unitOfWork,
            Shows shows,
            SeatLock seatLock,
            SeatMaps seatMaps,
            Bookings bookings,
            SalesLedger ledger,
            BookingLock bookingLock,
            BuyerLock buyerLock,
            ExpiredHolds expiredHolds,
            BookingIds ids,
            HoldLimit holdLimit,
            BusinessClock clock,
            Pause pause,
            GroupCommit.Carriage carriage) {
        this.unitOfWork = unitOfWork;
        this.shows = shows;
        this.seatLock = seatLock;
        this.seatMaps = seatMaps;
        this.bookings = bookings;
        this.ledger = ledger;
        this.bookingLock = bookingLock;
        this.buyerLock = buyerLock;
        this.expiredHolds = expiredHolds;
        this.ids = ids;
        this.holdLimit = holdLimit;
        this.clock = clock;
        this.pause = pause;
        this.carriage = carriage;
        this.alternatives = new Alternatives(seatMaps);
    }

    /** The same use cases over the same ports, but in units of work of another kind and carried otherwise. */
    public BookingUseCases in(UnitOfWork others, GroupCommit.Carriage otherwise) {
        return new BookingUseCases(
                others,
                shows,
                seatLock,
                seatMaps,
                bookings,
                ledger,
                bookingLock,
                buyerLock,
                expiredHolds,
                ids,
                holdLimit,
                clock,
                pause,
                otherwise);
    }

    public BookSeats bookSeats() {
        var sale = new SeatSale(
                unitOfWork,
                new KnownShows(shows),
                seatMaps,
                buyerLock,
                seatLock,
                bookings,
                ledger,
                ids,
                holdLimit,
                clock);
        return new BookSeatsHandler(new GroupCommit<>(Attempt::buyer, sale, carriage), alternatives, pause);
    }

    public ConfirmBooking confirmBooking() {
        return new ConfirmBookingHandler(unitOfWork, ownBooking(), buyerLock, bookings, alternatives);
    }

    public ExtendHold extendHold() {
        return new ExtendHoldHandler(unitOfWork, ownBooking(), alternatives);
    }

    public CancelBooking cancelBooking() {
        return new CancelBookingHandler(unitOfWork, ownBooking());
    }

    public ViewBooking viewBooking() {
        return new ViewBookingHandler(bookings);
    }

    public ListBookings listBookings() {
        return new ListBookingsHandler(bookings);
    }

    public ListShowBookings listShowBookings() {
        return new ListShowBookingsHandler(shows, bookings);
    }

    public ExpireHolds expireHolds() {
        return new ExpireHoldsHandler(unitOfWork, expiredHolds);
    }

    private OwnBooking ownBooking() {
        return new OwnBooking(bookings, seatLock, bookingLock, ledger, shows);
    }
}
