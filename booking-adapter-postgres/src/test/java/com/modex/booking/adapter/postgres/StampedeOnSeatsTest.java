package com.modex.booking.adapter.postgres;

import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.booking.BookSeats;
import com.modex.booking.application.booking.CancelBooking;
import com.modex.booking.application.booking.SeatWish;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.Show;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class StampedeOnSeatsTest {
    private static final int THREADS = 16;

    private final PostgresWorld world = PostgresWorld.empty();

    @RepeatedTest(3)
    void ofManyWhoWantOneSeatExactlyOneGetsIt() {
        Show show = world.aShow(1);

        List<BookSeats.Result> results = Together.run(THREADS, user -> book(show, user, 1));

        assertThat(results)
                .filteredOn(BookSeats.Result.Booked.class::isInstance)
                .hasSize(1);
        assertThat(results)
                .filteredOn(result -> !(result instanceof BookSeats.Result.Booked))
                .hasSize(THREADS - 1)
                .allMatch(result -> result.equals(refused(Reason.BOOKED)) || result.equals(refused(Reason.CONTESTED)));
        assertThat(world.number("SELECT count(*) FROM bookings")).isEqualTo(1);
        assertThat(world.number("SELECT count(*) FROM seats JOIN bookings ON bookings.id = seats.booking_id"))
                .isEqualTo(1);
    }

    @Test
    void nobodyWaitsForWhoeverIsTakingTheSeat() {
        Show show = world.aShow(1);

        try (var _ = Rival.inTheMiddleOf(world, () -> world.seatLock().take(show.id(), seats(1)))) {
            // The rival ends only afterwards: whoever waited would come back by the lock time-out, as unavailable.
            assertThat(Together.run(THREADS, user -> book(show, user, 1))).containsOnly(refused(Reason.CONTESTED));
        }
    }

    @Test
    void overlappingPairsInAnyOrderNeverDeadlockAndNoSeatIsSoldTwice() {
        long deadlocksBefore = deadlocks();
        Show show = world.aShow(12);
        int rounds = 12;

        Together.run(THREADS, user -> {
            var random = new Random(user);
            for (int round = 0; round < rounds; round++) {
                var numbers = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
                Collections.shuffle(numbers, random);
                bookThenCancel(show, user, numbers.get(0), numbers.get(1));
            }
            return user;
        });

        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
        assertThat(world.number("SELECT count(*) FROM bookings WHERE status = 'CANCELLED'"))
                .isPositive();
        assertThat(world.number("SELECT count(*) FROM bookings WHERE status <> 'CANCELLED'"))
                .isZero();
        assertThat(world.number("SELECT count(*) FROM seats WHERE booking_id IS NOT NULL"))
                .isZero();
    }

    @Test
    void pairsThatAreKeptShareNoSeat() {
        Show show = world.aShow(12);

        Together.run(THREADS, user -> {
            for (int seat = 1; seat < 12; seat++) {
                book(show, user, seat, seat + 1);
            }
            return user;
        });

        assertThat(world.number("SELECT count(*) FROM bookings")).isPositive();
        assertThat(world.number("SELECT count(*) FROM (SELECT unnest(seats) AS seat FROM bookings) AS sold"))
                .isEqualTo(world.number(
                        "SELECT count(DISTINCT seat) FROM (SELECT unnest(seats) AS seat FROM bookings)" + " AS sold"));
        assertThat(world.number("SELECT count(*) FROM seats JOIN bookings ON bookings.id = seats.booking_id"
                        + " AND seats.number = ANY (bookings.seats)"))
                .isEqualTo(world.number("SELECT sum(cardinality(seats)) FROM bookings"));
    }

    private BookSeats.Result book(Show show, int user, int... seats) {
        return world.useCases()
                .bookSeats()
                .book(new BookSeats.Command(
                        show.id(), new UserId("user-" + user), new SeatWish.Named(selection(seats)), true, null));
    }

    private void bookThenCancel(Show show, int user, int... seats) {
        if (book(show, user, seats) instanceof BookSeats.Result.Booked(var booking)) {
            var cancelled = world.useCases()
                    .cancelBooking()
                    .cancel(new CancelBooking.Command(booking.id(), new UserId("user-" + user), null));
            assertThat(cancelled).isInstanceOf(CancelBooking.Result.Cancelled.class);
        }
    }

    /** By a new session each time, so that nothing is still to be reported. */
    private long deadlocks() {
        return world.number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }

    private static BookSeats.Result refused(Reason reason) {
        return new BookSeats.Result.Refused(List.of(new UnavailableSeat(seat(1), reason)), List.of());
    }
}
