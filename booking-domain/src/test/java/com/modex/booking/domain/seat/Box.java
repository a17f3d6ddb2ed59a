package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.selection;

import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.booking.HoldLimit;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A show's seats under lock at some moment, as tests of the box office need them. */
final class Box {
    static final HoldLimit HOLD_LIMIT = new HoldLimit(20);

    private Box() {}

    /** Seats 1 to 10: those given as they are given, the contested ones not locked, all others free. */
    static LockedSeats locked(Show show, Instant now, Set<SeatNumber> contested, Seat... given) {
        var rest = new TreeSet<SeatNumber>();
        for (int number = 1; number <= 10; number++) {
            rest.add(Fixtures.seat(number));
        }
        rest.removeAll(contested);
        Arrays.stream(given).map(Seat::number).forEach(rest::remove);
        var seats = new ArrayList<>(List.of(given));
        rest.forEach(number -> seats.add(Seat.free(show.id(), number)));
        return new LockedSeats(show.id(), now, seats, contested);
    }

    static LockedSeats locked(Show show, Instant now, Seat... given) {
        return locked(show, now, Set.of(), given);
    }

    static SeatRequest request(boolean confirm, int... seats) {
        return new SeatRequest(newBookingId(), ALICE, selection(seats), confirm);
    }
}
