package com.modex.booking.domain.seat;

import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import java.util.List;
import java.util.SortedSet;

/** Decides which seats the house keeps for itself. Like {@link BoxOffice}, it decides on locked seats and changes nothing. */
public final class HouseSeats {
    private HouseSeats() {}

    /** Takes all these seats off sale, or none. Seats that are off sale already stay so. */
    public static Decision block(Show show, SeatSelection wanted, LockedSeats locked) {
        SortedSet<SeatNumber> unknown = show.plan().lacking(wanted.numbers());
        if (!unknown.isEmpty()) {
            return new Decision.UnknownSeats(unknown);
        }
        List<UnavailableSeat> taken = locked.unavailable(wanted.numbers()).stream()
                .filter(seat -> seat.reason() != UnavailableSeat.Reason.BLOCKED)
                .toList();
        return taken.isEmpty()
                ? new Decision.Decided(
                        locked.seats(wanted.numbers()).stream().map(Seat::block).toList())
                : new Decision.Refused(taken);
    }

    /** Puts these seats on sale; seats that are not blocked stay as they are. */
    public static Decision unblock(Show show, SeatSelection wanted, LockedSeats locked) {
        SortedSet<SeatNumber> unknown = show.plan().lacking(wanted.numbers());
        if (!unknown.isEmpty()) {
            return new Decision.UnknownSeats(unknown);
        }
        return new Decision.Decided(
                locked.seats(wanted.numbers()).stream().map(Seat::unblock).toList());
    }

    /** What a request for house seats comes to. */
    public sealed interface Decision {
        /** The seats as they are with it. */
        record Decided(List<Seat> seats) implements Decision {}

        /** Every seat that is held or booked; none was blocked. */
        record Refused(List<UnavailableSeat> seats) implements Decision {}

        record UnknownSeats(SortedSet<SeatNumber> seats) implements Decision {}
    }
}
