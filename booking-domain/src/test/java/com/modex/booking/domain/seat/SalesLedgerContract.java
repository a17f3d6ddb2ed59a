package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.changed;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.Keyed;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingKey;
import com.modex.booking.domain.booking.NewBooking;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link SalesLedger} keeps to. */
public interface SalesLedgerContract {
    BookingWorld world();

    @Test
    default void aBookingIsEnteredTogetherWithItsSeats() {
        var show = world().aShow(5);
        var booking = confirmed(show, ALICE, 2, 4);

        assertThat(enterWithSeats(new NewBooking(booking, show, null))).containsExactly(booking.id());

        assertComesBack(booking);
        assertAreOf(booking);
        assertAreFree(show, 1, 3, 5);
    }

    @Test
    default void theSeatsOfAHoldAreHeldUntilItEnds() {
        var show = world().aShow(5);
        var hold = hold(show, ALICE, 1, 2);

        enterWithSeats(new NewBooking(hold, show, null));

        assertComesBack(hold);
        assertAreOf(hold);
        assertThat(seatOf(show, 2).heldUntil()).isNotNull().isEqualTo(hold.expiresAt());
    }

    @Test
    default void aHoldThatHasRunOutLosesItsSeatsToTheBookingThatIsEntered() {
        var show = world().aShow(5);
        world().anExpiredHold(show, 1, 2);
        var booking = confirmed(show, BOB, 2);

        enterWithSeats(new NewBooking(booking, show, null));

        assertAreOf(booking);
    }

    @Test
    default void bookingsOfSeveralShowsAreEnteredAtOnce() {
        var show = world().aShow(5);
        var other = world().aShow(5);
        var bookings = List.of(
                confirmed(show, ALICE, 1, 2), hold(show, BOB, 3), hold(other, ALICE, 1, 5), confirmed(other, BOB, 2));

        var entered = enterWithSeats(bookings.stream()
                .map(booking -> new NewBooking(booking, booking.show().equals(show.id()) ? show : other, null))
                .toArray(NewBooking[]::new));

        assertThat(entered)
                .containsExactlyInAnyOrderElementsOf(
                        bookings.stream().map(Booking::id).toList());
        bookings.forEach(this::assertComesBack);
        bookings.forEach(this::assertAreOf);
        assertAreFree(show, 4, 5);
        assertAreFree(other, 3, 4);
    }

    @Test
    default void seatsThatAreOnlyLockedStayAsTheyAre() {
        var show = world().aShow(5);
        var rival = world().aConfirmedBooking(show, 3);
        var booking = confirmed(show, ALICE, 1);

        world().doInTransaction(() -> {
            LockedSeats locked = world().seatLock().take(show.id(), seats(1, 2, 3));
            give(booking, locked);
            world().salesLedger().enter(List.of(new NewBooking(booking, show, null)), List.of(locked));
        });

        assertAreOf(booking);
        assertAreOf(rival);
        assertAreFree(show, 2);
    }

    @Test
    default void aBookingIsEnteredWithoutSeatsIfNoneWereApplied() {
        var show = world().aShow(5);
        var booking = confirmed(show, ALICE, 1);

        var entered = world().inTransaction(() -> world().salesLedger()
                .enter(
                        List.of(new NewBooking(booking, show, null)),
                        List.of(world().seatLock().take(show.id(), seats(1)))));

        assertThat(entered).containsExactly(booking.id());
        assertComesBack(booking);
        assertAreFree(show, 1);
    }

    @Test
    default void aBookingOfAShowThatHasChangedSinceIsRefusedAndNotWritten() {
        var show = Fixtures.show(5, world().now());
        world().add(changed(show, ShowStatus.SCHEDULED, 2));

        assertIsRefused(show);
    }

    @Test
    default void aBookingOfACancelledShowIsRefusedAndNotWritten() {
        var cancelled = changed(Fixtures.show(5, world().now()), ShowStatus.CANCELLED, 1);
        world().add(cancelled);

        assertIsRefused(cancelled);
    }

    @Test
    default void noBookingIsEnteredWithAKeyThatItsUserHasUsed() {
        var show = world().aShow(5);
        assertThat(isEntered(confirmed(show, ALICE, 1), show, key(ALICE, "digest")))
                .isTrue();
        var second = confirmed(show, ALICE, 2);

        assertThat(enterWithSeats(new NewBooking(second, show, key(ALICE, "another"))))
                .isEmpty();

        assertThat(world().bookings().find(second.id())).isEmpty();
        assertAreFree(show, 2);
    }

    @Test
    default void ofTwoAtOnceWithOneKeyTheSecondWaitsAndIsNotEntered() {
        var show = world().aShow(5);
        var key = key(ALICE, "digest");
        var second = confirmed(show, ALICE, 2);

        try (var rival = Rival.inTheMiddleOf(
                world(),
                () -> assertThat(world().isAdded(confirmed(show, ALICE, 1), show, key))
                        .isTrue())) {
            assertThat(rival.holdsUp(() -> enterWithSeats(new NewBooking(second, show, key))))
                    .isEmpty();
        }
        assertThat(world().bookings().find(second.id())).isEmpty();
        assertAreFree(show, 2);
    }

    @Test
    default void ofSeveralBookingsThoseThatCannotBeEnteredAreLeftOutWithTheirSeats() {
        var show = world().aShow(20);
        var cancelled = changed(Fixtures.show(5, world().now()), ShowStatus.CANCELLED, 1);
        world().add(cancelled);
        var stale = world().aShow(20);
        assertThat(isEntered(confirmed(show, ALICE, 1), show, key(ALICE, "digest")))
                .isTrue();
        var before = world().anExpiredHold(show, 9, 10);
        var plain = confirmed(show, ALICE, 2);
        var hold = hold(show, BOB, 7, 3, 5);
        var keyed = confirmed(show, BOB, 4);
        var usedKey = confirmed(show, ALICE, 10, 11);
        var ofCancelled = confirmed(cancelled, ALICE, 1);
        var ofStale = confirmed(stale, ALICE, 1);

        var entered = enterWithSeats(
                new NewBooking(plain, show, null),
                new NewBooking(ofStale, changed(stale, ShowStatus.SCHEDULED, 2), null),
                new NewBooking(hold, show, null),
                new NewBooking(usedKey, show, key(ALICE, "digest")),
                new NewBooking(keyed, show, key(BOB, "digest")),
                new NewBooking(ofCancelled, cancelled, null));

        assertThat(entered).containsExactlyInAnyOrder(plain.id(), hold.id(), keyed.id());
        for (Booking booking : List.of(plain, hold, keyed)) {
            assertComesBack(booking);
            assertAreOf(booking);
        }
        var bobsKey = new BookingKey(show.id(), key(BOB, "digest"));
        assertThat(world().bookings().findMadeWith(List.of(bobsKey)))
                .extractingByKey(bobsKey)
                .extracting(Keyed::bodyDigest)
                .isEqualTo("digest");
        for (Booking booking : List.of(usedKey, ofCancelled, ofStale)) {
            assertThat(world().bookings().find(booking.id())).isEmpty();
        }
        assertAreOf(before);
        assertAreFree(show, 11);
        assertAreFree(cancelled, 1);
        assertAreFree(stale, 1);
    }

    @Test
    default void whatWasEnteredIsGoneIfTheWorkFailsAfterwards() {
        var show = world().aShow(5);
        var booking = confirmed(show, ALICE, 1);

        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    enterWithSeats(Map.of(show.id(), seats(1)), List.of(new NewBooking(booking, show, null)));
                    throw new UnsupportedOperationException("a bug");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(world().bookings().find(booking.id())).isEmpty();
        assertAreFree(show, 1);
    }

    @Test
    default void aSeatThatWasAppliedForNoneOfTheBookingsIsRefused() {
        var show = world().aShow(5);
        var booking = confirmed(show, ALICE, 1);

        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    LockedSeats locked = world().seatLock().take(show.id(), seats(1, 2));
                    give(booking, locked);
                    locked.apply(List.of(Seat.restore(show.id(), seat(2), newBookingId(), null, false)));
                    world().salesLedger().enter(List.of(new NewBooking(booking, show, null)), List.of(locked));
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void aSeatThatIsNoRowIsRefused() {
        var show = world().aShow(5);
        var booking = confirmed(show, ALICE, 5, 6);

        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    Instant now = world().seatLock().take(show.id(), seats(5)).now();
                    var both = List.of(Seat.free(show.id(), seat(5)), Seat.free(show.id(), seat(6)));
                    var claimed = new LockedSeats(show.id(), now, both, Set.of());
                    give(booking, claimed);
                    world().salesLedger().enter(List.of(new NewBooking(booking, show, null)), List.of(claimed));
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void aHoldIsConfirmedTogetherWithItsSeats() {
        assertHasItsSeatsOnceAmended(world().aHold(world().aShow(5), 1, 2).confirm(world().now()));
    }

    @Test
    default void aHoldIsConfirmedLateTogetherWithItsSeats() {
        var hold = world().anExpiredHold(world().aShow(5), 1, 2);

        assertHasItsSeatsOnceAmended(hold.asOf(world().now()).confirm(world().now()));
    }

    @Test
    default void aHoldIsExtendedTogetherWithItsSeats() {
        var hold = world().aHold(world().aShow(5), 1, 2);

        assertHasItsSeatsOnceAmended(hold.extendTo(world().now().plus(Duration.ofHours(2))));
    }

    private void assertHasItsSeatsOnceAmended(Booking booking) {
        amendWithSeats(booking, seat -> seat.givenTo(booking));

        assertComesBack(booking);
        assertAreOf(booking);
    }

    @Test
    default void aBookingIsFoundByItsKeyWhateverHasBecomeOfIt() {
        var show = world().aShow(5);
        var hold = hold(show, ALICE, 1);
        enterWithSeats(new NewBooking(hold, show, key(ALICE, "digest")));
        var cancelled = hold.cancel(world().now());

        amendWithSeats(cancelled, Seat::released);

        var key = new BookingKey(show.id(), key(ALICE, "another"));
        assertThat(world().bookings().findMadeWith(List.of(key)))
                .extractingByKey(key)
                .satisfies(keyed -> {
                    assertThat(keyed.bodyDigest()).isEqualTo("digest");
                    assertThat(keyed.made()).usingRecursiveComparison().isEqualTo(cancelled);
                });
    }

    @Test
    default void aBookingIsCancelledTogetherWithItsSeats() {
        var show = world().aShow(5);
        var hold = world().aHold(show, 1).cancel(world().now());
        var booking = world().aConfirmedBooking(show, 2, 3).cancel(world().now());

        amendWithSeats(hold, Seat::released);
        amendWithSeats(booking, Seat::released);

        assertComesBack(hold);
        assertComesBack(booking);
        assertAreFree(show, 1, 2, 3);
    }

    @Test
    default void aBookingGivesAPartOfItsSeatsBack() {
        var show = world().aShow(5);
        var booking = world().aConfirmedBooking(show, 1, 2, 3);
        var reduced = booking.cancelPart(seats(2, 3));

        world().doInTransaction(() ->
                amend(reduced, seat -> seat.number().equals(seat(1)) ? seat : seat.released(), seats(1, 2, 3)));

        assertComesBack(reduced);
        assertAreOf(reduced);
        assertAreFree(show, 2, 3);
    }

    @Test
    default void aBookingIsAmendedWithoutSeatsIfNoneWereApplied() {
        var hold = world().aHold(world().aShow(5), 1);
        var confirmed = hold.confirm(world().now());

        world().doInTransaction(() -> world().amend(confirmed));

        assertComesBack(confirmed);
        assertAreOf(hold);
    }

    @Test
    default void anAmendmentTouchesNoOtherBookingAndNoOtherSeat() {
        var show = world().aShow(5);
        var other = world().aHold(show, 1);
        var confirmed = world().aHold(show, 2).confirm(world().now());

        world().doInTransaction(() -> amend(confirmed, seat -> seat.givenTo(confirmed), seats(1, 2)));

        assertComesBack(other);
        assertAreOf(other);
        assertAreOf(confirmed);
    }

    @Test
    default void aBookingThatWasNeverEnteredCannotBeAmended() {
        var show = world().aShow(5);
        var unknown = confirmed(show, ALICE, 1);

        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    LockedSeats locked = world().seatLock().await(show.id(), seats(1));
                    give(unknown, locked);
                    world().salesLedger().amend(unknown, locked);
                }))
                .isInstanceOf(IllegalStateException.class);

        assertAreFree(show, 1);
    }

    @Test
    default void aSeatThatIsNoRowCannotChangeWithABooking() {
        var hold = world().aHold(world().aShow(5), 5);

        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    assertThat(world().bookingLock().lock(hold.show(), hold.id()))
                            .isPresent();
                    var claimed = new LockedSeats(
                            hold.show(), world().now(), List.of(Seat.free(hold.show(), seat(6))), Set.of());
                    claimed.apply(List.of(Seat.free(hold.show(), seat(6)).givenTo(hold)));
                    world().salesLedger().amend(hold, claimed);
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void whatWasAmendedIsAsBeforeIfTheWorkFailsAfterwards() {
        var hold = world().aHold(world().aShow(5), 1);
        var cancelled = hold.cancel(world().now());

        assertThatThrownBy(() -> world().doInTransaction(() -> {
                    amend(cancelled, Seat::released, seats(1));
                    throw new UnsupportedOperationException("a bug");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertComesBack(hold);
        assertAreOf(hold);
    }

    private void amendWithSeats(Booking booking, UnaryOperator<Seat> change) {
        world().doInTransaction(() -> amend(booking, change, booking.seats().numbers()));
    }

    /** Locks these seats, and has those that name the booking change with it. */
    private void amend(Booking booking, UnaryOperator<Seat> change, SortedSet<SeatNumber> locked) {
        LockedSeats seats = world().seatLock().await(booking.show(), locked);
        var _ = world().bookingLock().lock(booking.show(), booking.id());
        seats.apply(seats.seats().stream()
                .filter(seat -> seat.names(booking.id()))
                .map(change)
                .toList());
        world().salesLedger().amend(booking, seats);
    }

    private Set<BookingId> enterWithSeats(NewBooking... bookings) {
        var wanted = new HashMap<ShowId, SortedSet<SeatNumber>>();
        for (NewBooking added : bookings) {
            wanted.computeIfAbsent(added.show().id(), _ -> new TreeSet<>())
                    .addAll(added.booking().seats().numbers());
        }
        return world().inTransaction(() -> enterWithSeats(wanted, List.of(bookings)));
    }

    private Set<BookingId> enterWithSeats(Map<ShowId, SortedSet<SeatNumber>> wanted, List<NewBooking> bookings) {
        Map<ShowId, LockedSeats> locked = world().seatLock().take(wanted);
        bookings.forEach(added -> give(
                added.booking(), Objects.requireNonNull(locked.get(added.show().id()))));
        return world().salesLedger().enter(bookings, locked.values());
    }

    private static void give(Booking booking, LockedSeats locked) {
        locked.apply(locked.seats(booking.seats().numbers()).stream()
                .map(seat -> seat.givenTo(booking))
                .toList());
    }

    private boolean isEntered(Booking booking, Show show, IdempotencyKey key) {
        return enterWithSeats(new NewBooking(booking, show, key)).contains(booking.id());
    }

    private void assertIsRefused(Show show) {
        var booking = confirmed(show, ALICE, 1);

        assertThat(enterWithSeats(new NewBooking(booking, show, null))).isEmpty();

        assertThat(world().bookings().find(booking.id())).isEmpty();
        assertAreFree(show, 1);
    }

    private void assertComesBack(Booking booking) {
        assertThat(world().bookings().find(booking.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(booking);
    }

    /** The booking has its seats, for as long as it should. */
    private void assertAreOf(Booking booking) {
        LockedSeats stored = world().inTransaction(() ->
                world().seatLock().take(booking.show(), booking.seats().numbers()));
        assertThat(stored.seats())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(booking.seats().numbers().stream()
                        .map(number -> Seat.free(booking.show(), number).givenTo(booking))
                        .toList());
    }

    private void assertAreFree(Show show, int... numbers) {
        for (int number : numbers) {
            assertThat(seatOf(show, number)).usingRecursiveComparison().isEqualTo(Seat.free(show.id(), seat(number)));
        }
    }

    private Seat seatOf(Show show, int number) {
        return world().inTransaction(
                        () -> world().seatLock().take(show.id(), seats(number)).seat(seat(number)));
    }

    private Booking confirmed(Show show, UserId user, int... seats) {
        return Booking.confirmed(newBookingId(), show.id(), user, selection(seats), world().now());
    }

    private Booking hold(Show show, UserId user, int... seats) {
        return Booking.hold(newBookingId(), show.id(), user, selection(seats), new HoldTime(60), world().now());
    }

    private static IdempotencyKey key(UserId user, String digest) {
        return new IdempotencyKey(user, "once", digest);
    }
}
