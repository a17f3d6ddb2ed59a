package com.modex.booking.domain;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingLock;
import com.modex.booking.domain.booking.Bookings;
import com.modex.booking.domain.booking.BuyerLock;
import com.modex.booking.domain.booking.ExpiredHolds;
import com.modex.booking.domain.booking.NewBooking;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.SalesLedger;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.seat.SeatLock;
import com.modex.booking.domain.seat.SeatMaps;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowLock;
import com.modex.booking.domain.show.Shows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The driven ports over one empty store: what a port's contract is tested on, whoever implements the ports. */
public interface BookingWorld {
    Shows shows();

    ShowLock showLock();

    SeatLock seatLock();

    Bookings bookings();

    SalesLedger salesLedger();

    BookingLock bookingLock();

    BuyerLock buyerLock();

    ExpiredHolds expiredHolds();

    SeatMaps seatMaps();

    /** The clock that stored times go by. */
    Instant now();

    /** Runs the work in a transaction of its own. */
    <T> T inTransaction(Supplier<T> work);

    default void doInTransaction(Runnable work) {
        var _ = inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** Adds a show of that many seats that starts a day from now. */
    default Show aShow(int totalSeats) {
        var show = Fixtures.show(totalSeats, now());
        add(show);
        return show;
    }

    /** Adds the show as it is, and its seats, free. */
    default void add(Show show) {
        doInTransaction(() -> {
            if (!shows().add(show, null)) {
                throw new IllegalStateException("Show " + show.id() + " was not added");
            }
        });
    }

    /** Adds the booking as it is, and gives it its seats while it is live or its hold has only run out unmarked. */
    default Booking add(Show show, Booking booking) {
        doInTransaction(() -> enter(show, booking));
        return booking;
    }

    /** The same within the running unit of work. */
    default void enter(Show show, Booking booking) {
        var locked = seatLock().take(show.id(), booking.seats().numbers());
        if (booking.isLive()) {
            locked.apply(booking.seats().numbers().stream()
                    .map(number -> Seat.restore(show.id(), number, booking.id(), heldUntil(booking), false))
                    .toList());
        }
        var entered = salesLedger().enter(List.of(new NewBooking(booking, show, null)), List.of(locked));
        if (!entered.contains(booking.id())) {
            throw new IllegalStateException("Booking " + booking.id() + " was not added");
        }
    }

    /** Adds the booking without its seats, within the running unit of work. */
    default boolean isAdded(Booking booking, Show show, @Nullable IdempotencyKey key) {
        return salesLedger()
                .enter(List.of(new NewBooking(booking, show, key)), List.of())
                .contains(booking.id());
    }

    private static @Nullable Instant heldUntil(Booking booking) {
        return booking.confirmedAt() == null ? booking.expiresAt() : null;
    }

    /** Has the booking become what is given, and leaves its seats as they are, within the running unit of work. */
    default void amend(Booking booking) {
        if (bookingLock().lock(booking.show(), booking.id()).isEmpty()) {
            throw new IllegalStateException("Booking " + booking.id() + " was never added");
        }
        salesLedger().amend(booking, new LockedSeats(booking.show(), now(), List.of(), List.of()));
    }

    /** Adds a hold of Alice's that has an hour left. */
    default Booking aHold(Show show, int... seats) {
        return add(show, hold(show, now(), seats));
    }

    /** Adds a hold of Alice's that ran out an hour ago and that nobody has marked. */
    default Booking anExpiredHold(Show show, int... seats) {
        return add(show, hold(show, now().minus(Duration.ofHours(2)), seats));
    }

    private static Booking hold(Show show, Instant since, int... seats) {
        return Booking.hold(
                Fixtures.newBookingId(),
                show.id(),
                Fixtures.ALICE,
                Fixtures.selection(seats),
                new HoldTime(3_600),
                since);
    }

    /** Adds a confirmed booking of Alice's. */
    default Booking aConfirmedBooking(Show show, int... seats) {
        return add(
                show,
                Booking.confirmed(
                        Fixtures.newBookingId(), show.id(), Fixtures.ALICE, Fixtures.selection(seats), now()));
    }

    /** Stores these seats as they are. */
    default void store(ShowId show, Seat... seats) {
        doInTransaction(() -> {
            var numbers = new TreeSet<SeatNumber>();
            Stream.of(seats).map(Seat::number).forEach(numbers::add);
            LockedSeats locked = seatLock().take(show, numbers);
            locked.apply(List.of(seats));
            seatLock().store(locked);
        });
    }
}
