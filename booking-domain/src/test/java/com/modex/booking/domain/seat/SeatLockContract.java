package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SeatLock} keeps to. */
public interface SeatLockContract {
    BookingWorld world();

    @Test
    default void takeGivesTheSeatsInOrderAndNoneContested() {
        var show = world().aShow(5);

        LockedSeats locked = take(show, 4, 2);

        assertThat(locked.show()).isEqualTo(show.id());
        assertThat(locked.seats()).extracting(Seat::number).containsExactly(seat(2), seat(4));
        assertThat(locked.seats()).allMatch(found -> found.isFreeAt(locked.now()));
        assertThat(locked.contested()).isEmpty();
        assertThat(locked.changed()).isEmpty();
    }

    @Test
    default void aSeatThatARivalHasLockedIsContestedAtOnceAndTheOthersAreLocked() {
        var show = world().aShow(5);

        try (var _ = rivalWith(show, 2, 3)) {
            // Were it to wait, the time-out for locks would end it with an exception.
            LockedSeats locked = take(show, 1, 2, 3, 4);

            assertThat(locked.contested()).containsExactly(seat(2), seat(3));
            assertThat(locked.seats()).extracting(Seat::number).containsExactly(seat(1), seat(4));
        }
    }

    @Test
    default void aSeatIsToBeHadAgainOnceTheRivalHasEnded() {
        var show = world().aShow(2);

        rivalWith(show, 1).close();

        assertThat(take(show, 1).contested()).isEmpty();
    }

    @Test
    default void aRivalWithTheSameNumberInAnotherShowIsNone() {
        var show = world().aShow(2);
        var other = world().aShow(2);

        try (var _ = rivalWith(other, 1)) {
            assertThat(take(show, 1).contested()).isEmpty();
        }
    }

    @Test
    default void aSeatThatIsNoRowIsContested() {
        var show = world().aShow(2);

        LockedSeats locked = take(show, 2, 3);

        assertThat(locked.contested()).containsExactly(seat(3));
        assertThat(locked.seats()).extracting(Seat::number).containsExactly(seat(2));
    }

    @Test
    default void ofAShowThatDoesNotExistEverythingIsContestedAndTheClockIsToldAllTheSame() {
        var before = world().now();

        LockedSeats locked = world().inTransaction(() -> world().seatLock().take(newShowId(), seats(1, 2)));

        assertThat(locked.seats()).isEmpty();
        assertThat(locked.contested()).containsExactly(seat(1), seat(2));
        assertThat(locked.now()).isBetween(before, world().now());
    }

    @Test
    default void theClockIsToldWithTheLock() {
        var show = world().aShow(3);
        var before = world().now();

        assertThat(take(show, 1, 2, 3).now()).isBetween(before, world().now());
    }

    @Test
    default void awaitWaitsUntilTheRivalEndsAndSeesWhatItStored() {
        var show = world().aShow(3);
        var taker = newBookingId();
        var begun = new CountDownLatch(1);

        try (var rival = Rival.inTheMiddleOf(world(), () -> {
            LockedSeats locked = world().seatLock().take(show.id(), seats(2));
            locked.apply(List.of(Seat.restore(show.id(), seat(2), taker, null, false)));
            world().seatLock().store(locked);
        })) {
            var waiting = CompletableFuture.supplyAsync(
                    () -> {
                        begun.countDown();
                        return await(show, 1, 2);
                    },
                    task -> Thread.ofVirtual().start(task));
            assertThat(waiting)
                    .withFailMessage("it did not wait")
                    .failsWithin(Duration.ofMillis(300))
                    .withThrowableOfType(TimeoutException.class);
            assertThat(begun.getCount()).isZero();
            var rivalsEnd = world().now();
            rival.end();

            LockedSeats locked = waiting.orTimeout(10, TimeUnit.SECONDS).join();
            assertThat(locked.contested()).isEmpty();
            assertThat(locked.seat(seat(2)).names(taker)).isTrue();
            assertThat(locked.now()).isAfterOrEqualTo(rivalsEnd);
        }
    }

    @Test
    default void awaitedSeatsAreKeptFromRivalsToo() {
        var show = world().aShow(3);

        try (var _ = Rival.inTheMiddleOf(world(), () -> world().seatLock().await(show.id(), seats(2)))) {
            assertThat(take(show, 1, 2).contested()).containsExactly(seat(2));
        }
    }

    @Test
    default void awaitAllWaitsForEverySeatOfTheShowAndForNoOther() {
        var show = world().aShow(3);
        var other = world().aShow(3);
        var hold = Seat.restore(show.id(), seat(2), newBookingId(), null, false);

        try (var rival = Rival.inTheMiddleOf(world(), () -> {
                    var locked = world().seatLock().take(show.id(), seats(2));
                    locked.apply(List.of(hold));
                    world().seatLock().store(locked);
                });
                var _ = rivalWith(other, 1)) {
            LockedSeats locked = rival.holdsUp(
                    () -> world().inTransaction(() -> world().seatLock().awaitAll(show.id())));
            assertThat(locked.seats()).extracting(Seat::number).containsExactly(seat(1), seat(2), seat(3));
            assertThat(locked.seat(seat(2))).usingRecursiveComparison().isEqualTo(hold);
            assertThat(locked.contested()).isEmpty();
        }
    }

    @Test
    default void inOneUnitOfWorkASeatMayBeLockedTwice() {
        var show = world().aShow(3);

        world().doInTransaction(() -> {
            assertThat(world().seatLock().take(show.id(), seats(1)).contested()).isEmpty();
            assertThat(world().seatLock().take(show.id(), seats(1, 2)).contested())
                    .isEmpty();
        });
    }

    @Test
    default void everyStateOfASeatIsStoredAndComesBackWhateverItWasBefore() {
        var show = world().aShow(2);
        var until = world().now().plusSeconds(60);
        var states = List.of(
                Seat.free(show.id(), seat(1)),
                Seat.restore(show.id(), seat(1), newBookingId(), until, false),
                Seat.restore(show.id(), seat(1), newBookingId(), null, false),
                Seat.restore(show.id(), seat(1), null, null, true));

        for (Seat from : states) {
            for (Seat to : states) {
                world().store(show.id(), from);
                world().store(show.id(), to);
                assertThat(take(show, 1).seat(seat(1)))
                        .usingRecursiveComparison()
                        .isEqualTo(to);
            }
        }
        assertThat(take(show, 2).seat(seat(2))).usingRecursiveComparison().isEqualTo(Seat.free(show.id(), seat(2)));
    }

    @Test
    default void seatsOfDifferentStatesAreStoredTogether() {
        var show = world().aShow(4);
        var held = Seat.restore(show.id(), seat(1), newBookingId(), world().now(), false);
        var sold = Seat.restore(show.id(), seat(3), newBookingId(), null, false);
        var blocked = Seat.restore(show.id(), seat(4), null, null, true);

        world().store(show.id(), held, sold, blocked);

        assertThat(List.copyOf(take(show, 1, 2, 3, 4).seats()))
                .usingRecursiveComparison()
                .isEqualTo(List.of(held, Seat.free(show.id(), seat(2)), sold, blocked));
    }

    @Test
    default void onlyWhatWasAppliedIsStored() {
        var show = world().aShow(3);
        var sold = Seat.restore(show.id(), seat(2), newBookingId(), null, false);

        world().doInTransaction(() -> {
            LockedSeats locked = world().seatLock().take(show.id(), seats(1, 2, 3));
            locked.apply(List.of(sold));
            world().seatLock().store(locked);
        });

        assertThat(take(show, 1, 2, 3).seats()).extracting(Seat::booking).containsExactly(null, sold.booking(), null);
    }

    @Test
    default void nothingIsStoredIfTheWorkFailsAfterwards() {
        var show = world().aShow(1);

        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    LockedSeats locked = world().seatLock().take(show.id(), seats(1));
                    locked.apply(List.of(Seat.restore(show.id(), seat(1), newBookingId(), null, false)));
                    world().seatLock().store(locked);
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(statusOf(show, seat(1))).isEqualTo(SeatStatus.AVAILABLE);
    }

    @Test
    default void seatsOfSeveralShowsAreTakenAndStoredAtOnce() {
        var show = world().aShow(10);
        var other = world().aShow(10);
        var taker = newBookingId();
        var hold = newBookingId();
        var until = world().now().plusSeconds(60);

        try (var _ = rivalWith(other, 3)) {
            world().doInTransaction(() -> {
                var locked = world().seatLock().take(Map.of(show.id(), seats(4, 2), other.id(), seats(2, 3)));
                LockedSeats here = requireNonNull(locked.get(show.id()));
                LockedSeats there = requireNonNull(locked.get(other.id()));
                assertThat(here.seats()).extracting(Seat::number).containsExactly(seat(2), seat(4));
                assertThat(here.contested()).isEmpty();
                assertThat(there.seats()).extracting(Seat::number).containsExactly(seat(2));
                assertThat(there.contested()).containsExactly(seat(3));
                assertThat(here.now()).isEqualTo(there.now());
                here.apply(List.of(
                        Seat.restore(show.id(), seat(2), taker, null, false),
                        Seat.restore(show.id(), seat(4), null, null, true)));
                there.apply(List.of(Seat.restore(other.id(), seat(2), hold, until, false)));
                world().seatLock().store(locked.values());
            });
        }

        assertThat(take(show, 2).seat(seat(2)).booking()).isEqualTo(taker);
        assertThat(statusOf(show, seat(4))).isEqualTo(SeatStatus.BLOCKED);
        assertThat(take(other, 2).seat(seat(2)).booking()).isEqualTo(hold);
        assertThat(take(other, 2).seat(seat(2)).heldUntil()).isEqualTo(until);
        assertThat(statusOf(other, seat(4))).isEqualTo(SeatStatus.AVAILABLE);
    }

    private Rival rivalWith(Show show, int... numbers) {
        return Rival.inTheMiddleOf(
                world(),
                () -> assertThat(world().seatLock()
                                .take(show.id(), seats(numbers))
                                .contested())
                        .isEmpty());
    }

    private LockedSeats take(Show show, int... numbers) {
        SortedSet<SeatNumber> wanted = seats(numbers);
        return world().inTransaction(() -> world().seatLock().take(show.id(), wanted));
    }

    private LockedSeats await(Show show, int... numbers) {
        return world().inTransaction(() -> world().seatLock().await(show.id(), seats(numbers)));
    }

    private SeatStatus statusOf(Show show, SeatNumber number) {
        return take(show, number.value()).seat(number).statusAt(world().now());
    }
}
