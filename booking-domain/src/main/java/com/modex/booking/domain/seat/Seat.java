package com.modex.booking.domain.seat;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One seat of one show: the one truth of who has it. It never changes in place.
 *
 * <p>A seat is free when it is not blocked and names no booking, or the hold that it names has run out
 * ({@code heldUntil <= now}); it is sold when it names a booking and no {@code heldUntil}.
 */
public final class Seat {
    private final ShowId show;
    private final SeatNumber number;
    private final @Nullable BookingId booking;
    private final @Nullable Instant heldUntil;
    private final boolean blocked;

    private Seat(
            ShowId show, SeatNumber number, @Nullable BookingId booking, @Nullable Instant heldUntil, boolean blocked) {
        if (heldUntil != null && booking == null) {
            throw new IllegalArgumentException("Seat " + number + " is held for nobody");
        }
        if (blocked && booking != null) {
            throw new IllegalArgumentException("Seat " + number + " is blocked and booked");
        }
        this.show = show;
        this.number = number;
        this.booking = booking;
        this.heldUntil = heldUntil;
        this.blocked = blocked;
    }

    /** A seat that anybody may take. */
    public static Seat free(ShowId show, SeatNumber number) {
        return new Seat(show, number, null, null, false);
    }

    /** For persistence alone: the seat as it was stored. */
    public static Seat restore(
            ShowId show, SeatNumber number, @Nullable BookingId booking, @Nullable Instant heldUntil, boolean blocked) {
        return new Seat(show, number, booking, heldUntil, blocked);
    }

    public SeatStatus statusAt(Instant now) {
        if (blocked) {
            return SeatStatus.BLOCKED;
        }
        if (booking == null) {
            return SeatStatus.AVAILABLE;
        }
        if (heldUntil == null) {
            return SeatStatus.BOOKED;
        }
        return heldUntil.isAfter(now) ? SeatStatus.HELD : SeatStatus.AVAILABLE;
    }

    /** How much longer the seat is held; empty if it is not. */
    Optional<Duration> holdLeftAt(Instant now) {
        return heldUntil != null && heldUntil.isAfter(now)
                ? Optional.of(Duration.between(now, heldUntil))
                : Optional.empty();
    }

    public boolean isFreeAt(Instant now) {
        return statusAt(now) == SeatStatus.AVAILABLE;
    }

    /** Whether it names that booking, be it as sold, as held, or as held until some time ago. */
    public boolean names(BookingId id) {
        return id.equals(booking);
    }

    /** The seat as its live booking has it: held until the booking expires, or sold. */
    Seat givenTo(Booking taker) {
        Instant until = taker.status() == BookingStatus.PENDING ? taker.expiresAt() : null;
        return new Seat(show, number, taker.id(), until, false);
    }

    Seat released() {
        return free(show, number);
    }

    /** Off sale; only for a seat that nobody has. */
    Seat block() {
        return new Seat(show, number, null, null, true);
    }

    Seat unblock() {
        return blocked ? free(show, number) : this;
    }

    public ShowId show() {
        return show;
    }

    public SeatNumber number() {
        return number;
    }

    public @Nullable BookingId booking() {
        return booking;
    }

    public @Nullable Instant heldUntil() {
        return heldUntil;
    }

    public boolean blocked() {
        return blocked;
    }
}
