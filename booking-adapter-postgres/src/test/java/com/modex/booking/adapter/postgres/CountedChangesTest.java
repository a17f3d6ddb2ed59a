package com.modex.booking.adapter.postgres;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.changed;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static com.modex.booking.domain.Fixtures.show;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.application.ChangeCounts.Changed;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.NewBooking;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.ShowStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountedChangesTest {
    private PostgresWorld world;

    @BeforeEach
    void startEmpty() {
        world = PostgresWorld.empty();
    }

    @Test
    void seatsAreCountedOnceOthersCanReadThatTheyChangedHands() {
        var show = show(10, Instant.now());
        world.shows().add(show, null);
        var counts = world.changeCounts();
        long before = counts.ofSeats(show.id());

        long during = world.unitOfWork().run(() -> {
            var locked = world.seatLock().take(show.id(), seats(1));
            locked.apply(List.of(Seat.restore(show.id(), seat(1), newBookingId(), null, false)));
            world.seatLock().store(locked);
            return counts.ofSeats(show.id());
        });

        assertThat(during).isEqualTo(before);
        assertThat(counts.ofSeats(show.id())).isGreaterThan(before);
    }

    @Test
    void seatsOfASaleAreCountedAndThoseOfASaleThatIsNotEnteredAreNot() {
        var show = world.aShow(10);
        var stale = world.aShow(10);
        var sale = Booking.confirmed(newBookingId(), show.id(), ALICE, selection(1), Instant.now());
        var refused = Booking.confirmed(newBookingId(), stale.id(), ALICE, selection(1), Instant.now());
        var counts = world.changeCounts();
        long before = counts.ofSeats(show.id());
        long staleBefore = counts.ofSeats(stale.id());

        long during = world.unitOfWork().run(() -> {
            var locked = world.seatLock().take(Map.of(show.id(), seats(1), stale.id(), seats(1)));
            for (var booking : List.of(sale, refused)) {
                requireNonNull(locked.get(booking.show()))
                        .apply(List.of(Seat.restore(booking.show(), seat(1), booking.id(), null, false)));
            }
            world.salesLedger()
                    .enter(
                            List.of(
                                    new NewBooking(sale, show, null),
                                    new NewBooking(refused, changed(stale, ShowStatus.SCHEDULED, 2), null)),
                            locked.values());
            return counts.ofSeats(show.id());
        });

        assertThat(during).isEqualTo(before);
        assertThat(counts.ofSeats(show.id())).isGreaterThan(before);
        assertThat(counts.ofSeats(stale.id())).isEqualTo(staleBefore);
        assertThat(counts.since(show.id(), before))
                .hasValue(new Changed(
                        List.of(new SeatMap(show.id(), List.of(new SeatMap.Entry(seat(1), SeatStatus.BOOKED)), null)),
                        counts.ofSeats(show.id())));
    }

    @Test
    void whatWasWrittenAndTakenBackMayHaveBeenDone() {
        var show = world.aShow(10);
        var counts = world.changeCounts();
        long before = counts.ofSeats(show.id());

        assertThatThrownBy(() -> world.unitOfWork().run(() -> {
                    var locked = world.seatLock().take(show.id(), seats(1));
                    locked.apply(List.of(Seat.restore(show.id(), seat(1), newBookingId(), null, false)));
                    world.seatLock().store(locked);
                    throw new IllegalStateException("After all");
                }))
                .hasMessage("After all");

        assertThat(counts.ofSeats(show.id())).isGreaterThan(before);
        assertThat(counts.since(show.id(), before)).isEmpty();
    }

    @Test
    void seatsThatChangeWithABookingAreCountedOnceOthersCanReadThem() {
        var hold = world.aHold(world.aShow(10), 1);
        var counts = world.changeCounts();
        long before = counts.ofSeats(hold.show());

        long during = world.unitOfWork().run(() -> {
            var locked = world.seatLock().await(hold.show(), seats(1));
            locked.apply(List.of(Seat.free(hold.show(), seat(1))));
            world.salesLedger().amend(hold.cancel(locked.now()), locked);
            return counts.ofSeats(hold.show());
        });

        assertThat(during).isEqualTo(before);
        assertThat(counts.ofSeats(hold.show())).isGreaterThan(before);
        assertThat(counts.since(hold.show(), before))
                .hasValueSatisfying(changed -> assertThat(changed.seats())
                        .flatExtracting(SeatMap::seats)
                        .containsExactly(new SeatMap.Entry(seat(1), SeatStatus.AVAILABLE)));
    }

    @Test
    void aNewShowIsCountedOnceOthersCanReadIt() {
        var counts = world.changeCounts();
        long before = counts.ofShows();

        long during = world.unitOfWork().run(() -> {
            world.shows().add(show(10, Instant.now()), null);
            return counts.ofShows();
        });

        assertThat(during).isEqualTo(before);
        assertThat(counts.ofShows()).isGreaterThan(before);
    }
}
