package com.modex.booking.domain.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.BookingWorld;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.Keyed;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.Show;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Bookings} keeps to. */
public interface BookingsContract {
    BookingWorld world();

    @Test
    default void aHoldComesBackAsItWasAdded() {
        assertComesBack(world().aHold(world().aShow(5), 1, 3));
    }

    @Test
    default void aConfirmedBookingComesBackAsItWasAdded() {
        assertComesBack(world().aConfirmedBooking(world().aShow(5), 2, 5));
    }

    @Test
    default void aHoldThatHasRunOutComesBackAsFailedThoughNobodyMarkedIt() {
        var hold = world().anExpiredHold(world().aShow(5), 1);

        assertComesBack(hold.asOf(world().now()), hold.id());
    }

    @Test
    default void aBookingThatWasNeverMadeIsNotFound() {
        world().aHold(world().aShow(5), 1);

        assertThat(world().bookings().find(newBookingId())).isEmpty();
    }

    @Test
    default void aBookingThatWasMadeWithAKeyIsFoundByIt() {
        var show = world().aShow(5);
        var booking = booking(show, ALICE, 1);

        assertThat(add(booking, show, key(ALICE, "once", "digest"))).isTrue();

        assertComesBack(booking);
        var keyed = findMadeWith(show, key(ALICE, "once", "another"));
        assertThat(keyed).get().extracting(Keyed::bodyDigest).isEqualTo("digest");
        assertThat(keyed)
                .get()
                .extracting(Keyed::made)
                .usingRecursiveComparison()
                .isEqualTo(booking);
    }

    @Test
    default void aKeyBelongsToItsUserAndToItsShow() {
        var show = world().aShow(5);
        var other = world().aShow(5);
        assertThat(add(booking(show, ALICE, 1), show, key(ALICE, "once", "digest")))
                .isTrue();

        assertThat(findMadeWith(show, key(BOB, "once", "digest"))).isEmpty();
        assertThat(findMadeWith(other, key(ALICE, "once", "digest"))).isEmpty();
        assertThat(add(booking(show, BOB, 2), show, key(BOB, "once", "digest"))).isTrue();
        assertThat(add(booking(other, ALICE, 2), other, key(ALICE, "once", "digest")))
                .isTrue();
    }

    @Test
    default void seatsOfAUsersLiveBookingsOfTheShowAreCounted() {
        var show = world().aShow(20);
        var other = world().aShow(20);
        world().aConfirmedBooking(show, 1, 2);
        world().aHold(show, 3, 4, 5);
        world().anExpiredHold(show, 6);
        amended(world().aHold(show, 7).cancel(world().now()));
        world().aConfirmedBooking(other, 8);
        world().add(show, booking(show, BOB, 9));

        var alice = new Buyer(show.id(), ALICE);
        assertThat(world().inTransaction(() -> world().bookings().countSeats(List.of(alice))))
                .containsEntry(alice, new BuyersSeats(5, 3));
    }

    @Test
    default void aHoldThatHasRunOutIsLeftOutOfTheCountForGood() {
        var show = world().aShow(5);
        var hold = world().anExpiredHold(show, 1);

        assertThat(countSeats(show)).isEqualTo(BuyersSeats.NONE);

        // Read as it is stored: no clock may bring it back to life.
        assertThat(world().inTransaction(() -> world().bookingLock().lock(show.id(), hold.id())))
                .get()
                .extracting(Booking::status)
                .isEqualTo(BookingStatus.FAILED);
    }

    @Test
    default void aHoldThatIsBeingConfirmedAsItRunsOutIsWaitedForAndCounted() {
        var show = world().aShow(5);
        var hold = world().anExpiredHold(show, 1, 2);

        try (var rival = Rival.inTheMiddleOf(world(), () -> world().amend(hold.confirm(world().now())))) {
            assertThat(rival.holdsUp(() -> countSeats(show))).isEqualTo(new BuyersSeats(2, 0));
        }
    }

    private BuyersSeats countSeats(Show show) {
        var alice = new Buyer(show.id(), ALICE);
        return world().inTransaction(
                        () -> world().bookings().countSeats(List.of(alice)).getOrDefault(alice, BuyersSeats.NONE));
    }

    @Test
    default void seatsOfSeveralBuyersAreCountedEachForItself() {
        var show = world().aShow(20);
        var other = world().aShow(20);
        world().aConfirmedBooking(show, 1, 2);
        world().aConfirmedBooking(other, 8);
        world().add(show, booking(show, BOB, 9, 10, 11));
        var alice = new Buyer(show.id(), ALICE);
        var bob = new Buyer(show.id(), BOB);
        var aliceElsewhere = new Buyer(other.id(), ALICE);
        var bobElsewhere = new Buyer(other.id(), BOB);

        var counted = world().inTransaction(
                        () -> world().bookings().countSeats(List.of(alice, bob, aliceElsewhere, bobElsewhere)));

        assertThat(counted)
                .containsEntry(alice, new BuyersSeats(2, 0))
                .containsEntry(bob, new BuyersSeats(3, 0))
                .containsEntry(aliceElsewhere, new BuyersSeats(1, 0))
                .containsEntry(bobElsewhere, BuyersSeats.NONE);
    }

    @Test
    default void bookingsAreFoundBySeveralKeysAtOnce() {
        var show = world().aShow(20);
        var other = world().aShow(20);
        var here = booking(show, ALICE, 1);
        var there = booking(other, ALICE, 1);
        var key = key(ALICE, "once", "digest");
        add(here, show, key);
        add(there, other, key);

        var made = world().bookings()
                .findMadeWith(List.of(
                        new BookingKey(show.id(), key),
                        new BookingKey(other.id(), key),
                        new BookingKey(show.id(), key(BOB, "once", "digest"))));

        assertThat(made).hasSize(2);
        assertThat(made.get(new BookingKey(show.id(), key)))
                .extracting(keyed -> keyed.made().id())
                .isEqualTo(here.id());
        assertThat(made.get(new BookingKey(other.id(), key)))
                .extracting(keyed -> keyed.made().id())
                .isEqualTo(there.id());
    }

    @Test
    default void everyBookingOfAShowIsEndedAndOfNoOther() {
        var show = world().aShow(20);
        var confirmed = world().aConfirmedBooking(show, 1, 2);
        var hold = world().aHold(show, 3);
        var expired = world().anExpiredHold(show, 6);
        var before = amended(world().aHold(show, 7).cancel(world().now()));
        var elsewhere = world().aConfirmedBooking(world().aShow(20), 8);
        var now = world().now();

        world().doInTransaction(() -> {
            world().seatLock().awaitAll(show.id());
            world().bookings().endAll(show.id(), now);
        });

        assertComesBack(confirmed.cancel(now));
        assertComesBack(hold.cancel(now));
        // Read as it is stored: no clock may bring it back to life.
        assertThat(world().inTransaction(() -> world().bookingLock().lock(show.id(), expired.id())))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(expired.asOf(now));
        assertComesBack(before);
        assertComesBack(elsewhere);
    }

    @Test
    default void thoseOfAShowAreListedNewestFirstWhoeverMadeThem() {
        var show = world().aShow(5);
        var first = world().add(show, booking(show, ALICE, 1));
        var second = world().add(show, booking(show, BOB, 2));
        var third = world().add(show, booking(show, ALICE, 3));
        world().aHold(world().aShow(5), 1);

        assertThat(list(new ShowBookingsQuery(show.id(), null, null, 10)))
                .containsExactly(third.id(), second.id(), first.id());
        assertThat(list(new ShowBookingsQuery(show.id(), null, null, 2))).containsExactly(third.id(), second.id());
        assertThat(list(new ShowBookingsQuery(show.id(), null, second.id(), 2))).containsExactly(first.id());
    }

    @Test
    default void thoseOfAShowAreListedByTheStatusThatTheyHaveByNow() {
        var show = world().aShow(5);
        var hold = world().aHold(show, 1);
        var expired = world().anExpiredHold(show, 2);
        var confirmed = world().aConfirmedBooking(show, 3);

        assertThat(list(new ShowBookingsQuery(show.id(), BookingStatus.PENDING, null, 10)))
                .containsExactly(hold.id());
        assertThat(list(new ShowBookingsQuery(show.id(), BookingStatus.FAILED, null, 10)))
                .containsExactly(expired.id());
        assertThat(list(new ShowBookingsQuery(show.id(), BookingStatus.CONFIRMED, null, 10)))
                .containsExactly(confirmed.id());
        assertThat(list(new ShowBookingsQuery(show.id(), BookingStatus.CANCELLED, null, 10)))
                .isEmpty();
    }

    @Test
    default void aUsersOwnAreListedNewestFirst() {
        var show = world().aShow(5);
        var oldest = booked(show, ALICE, 1, 30);
        booked(show, BOB, 2, 20);
        var newest = booked(show, ALICE, 3, 10);

        assertThat(list(ALICE, null, null, 10)).containsExactly(newest.id(), oldest.id());
    }

    @Test
    default void amongThoseOfOneMomentTheHighestIdComesFirst() {
        var show = world().aShow(5);
        var moment = world().now();
        var made = new ArrayList<BookingId>();
        for (int seat = 1; seat <= 3; seat++) {
            var booking = Booking.confirmed(newBookingId(), show.id(), ALICE, selection(seat), moment);
            made.addFirst(world().add(show, booking).id());
        }

        assertThat(list(ALICE, null, null, 10)).isEqualTo(made);
        assertThat(list(ALICE, null, new BookingQuery.Key(moment, made.get(1)), 10))
                .containsExactly(made.get(2));
    }

    @Test
    default void aPageHasTheLimitAndTheNextGoesOnBehindItsLastBooking() {
        var show = world().aShow(5);
        var third = booked(show, ALICE, 1, 30);
        var second = booked(show, ALICE, 2, 20);
        var first = booked(show, ALICE, 3, 10);

        assertThat(list(ALICE, null, null, 2)).containsExactly(first.id(), second.id());
        assertThat(list(ALICE, null, new BookingQuery.Key(second.createdAt(), second.id()), 2))
                .containsExactly(third.id());
    }

    @Test
    default void theyAreListedByTheirStatusAsOfNow() {
        var show = world().aShow(9);
        var pending = world().aHold(show, 1);
        var confirmed = world().aConfirmedBooking(show, 2);
        var cancelled = amended(world().aHold(show, 3).cancel(world().now()));
        var unmarked = world().anExpiredHold(show, 4);
        var marked = amended(world().anExpiredHold(show, 5).asOf(world().now()));

        assertThat(list(ALICE, BookingStatus.PENDING, null, 10)).containsExactly(pending.id());
        assertThat(list(ALICE, BookingStatus.CONFIRMED, null, 10)).containsExactly(confirmed.id());
        assertThat(list(ALICE, BookingStatus.CANCELLED, null, 10)).containsExactly(cancelled.id());
        assertThat(list(ALICE, BookingStatus.FAILED, null, 10)).containsExactlyInAnyOrder(unmarked.id(), marked.id());
        assertThat(world().bookings().list(new BookingQuery(ALICE, null, null, 10)))
                .extracting(Booking::status)
                .containsExactlyInAnyOrder(
                        BookingStatus.PENDING,
                        BookingStatus.CONFIRMED,
                        BookingStatus.CANCELLED,
                        BookingStatus.FAILED,
                        BookingStatus.FAILED);
    }

    private Booking booked(Show show, UserId user, int seat, int minutesAgo) {
        Instant then = world().now().minus(Duration.ofMinutes(minutesAgo));
        return world().add(
                        show,
                        Booking.hold(newBookingId(), show.id(), user, selection(seat), new HoldTime(3_600), then));
    }

    private List<BookingId> list(
            UserId user, @Nullable BookingStatus status, BookingQuery.@Nullable Key after, int limit) {
        return world().bookings().list(new BookingQuery(user, status, after, limit)).stream()
                .map(Booking::id)
                .toList();
    }

    private Booking amended(Booking booking) {
        world().doInTransaction(() -> world().amend(booking));
        return booking;
    }

    private void assertComesBack(Booking booking) {
        assertComesBack(booking, booking.id());
    }

    private void assertComesBack(Booking expected, BookingId id) {
        assertThat(world().bookings().find(id)).get().usingRecursiveComparison().isEqualTo(expected);
    }

    private Optional<Keyed<Booking>> findMadeWith(Show show, IdempotencyKey key) {
        var wanted = new BookingKey(show.id(), key);
        return Optional.ofNullable(
                world().bookings().findMadeWith(List.of(wanted)).get(wanted));
    }

    private boolean add(Booking booking, Show show, @Nullable IdempotencyKey key) {
        return world().inTransaction(() -> world().isAdded(booking, show, key));
    }

    private Booking booking(Show show, UserId user, int... seats) {
        return Booking.confirmed(newBookingId(), show.id(), user, selection(seats), world().now());
    }

    private static IdempotencyKey key(UserId user, String value, String digest) {
        return new IdempotencyKey(user, value, digest);
    }

    private List<BookingId> list(ShowBookingsQuery query) {
        return world().bookings().list(query).stream().map(Booking::id).toList();
    }
}
