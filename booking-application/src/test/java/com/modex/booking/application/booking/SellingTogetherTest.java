package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.changed;
import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.application.GroupCommit.SpoiltException;
import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.Sales;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SalesWindow;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowChange;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many buyers in one unit of work: each gets the answer that they would have got alone, in their order. */
class SellingTogetherTest {
    private static final UserId CAROL = new UserId("carol");

    private final InMemoryWorld world = new InMemoryWorld();
    private final AtomicInteger showsRead = new AtomicInteger();
    private final AtomicInteger clockAsked = new AtomicInteger();
    private final AtomicInteger unitsOfWork = new AtomicInteger();
    private final SeatSale sale = new SeatSale(
            new CountedUnitOfWork(world, unitsOfWork),
            new KnownShows(new ReadingShows(world.shows(), showsRead::incrementAndGet)),
            world.seatMaps(),
            world.buyerLock(),
            world.seatLock(),
            world.bookings(),
            world.salesLedger(),
            Fixtures::newBookingId,
            Cases.HOLD_LIMIT,
            this::askClock);
    private final Show show = world.aShow(10);
    private final Show other = world.aShow(10);

    @Test
    void theSecondBuyerOfASeatIsRefusedAndTheNextOnesAreServed() {
        var outcomes = sellTogether(
                List.of(named(show, ALICE, 1, 2), named(show, BOB, 2, 3), named(show, CAROL, 3), named(other, BOB, 2)));

        assertIsBooked(outcomes.get(0), 1, 2);
        assertIsRefused(outcomes.get(1), 2, Reason.BOOKED);
        assertIsBooked(outcomes.get(2), 3);
        assertIsBooked(outcomes.get(3), 2);
        assertThat(Cases.statuses(world, show.id()).subList(0, 4))
                .containsExactly(SeatStatus.BOOKED, SeatStatus.BOOKED, SeatStatus.BOOKED, SeatStatus.AVAILABLE);
    }

    @Test
    void aSeatThatARivalIsTakingIsContestedForItsBuyerAlone() {
        try (var _ = Rival.inTheMiddleOf(world, () -> world.seatLock().take(show.id(), Fixtures.seats(5)))) {
            var outcomes = sellTogether(List.of(named(show, ALICE, 5), named(show, BOB, 6)));

            assertIsRefused(outcomes.get(0), 5, Reason.CONTESTED);
            assertIsBooked(outcomes.get(1), 6);
        }
    }

    @Test
    void whereTheChoiceIsOursNoTwoAreSentAfterTheSameSeat() {
        var outcomes = sellTogether(List.of(best(ALICE, 4), named(show, BOB, 5), best(CAROL, 4)));

        assertIsBooked(outcomes.get(0), 4, 5, 6, 7);
        assertIsRefused(outcomes.get(1), 5, Reason.BOOKED);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void thereIsNotEnoughOnlyIfWhatIsCommittedSaysSo() {
        var outcomes = sellTogether(List.of(best(ALICE, 8), best(BOB, 8)));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Settled.class);
        assertThat(outcomes.get(1))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Refused.class))
                .satisfies(refused -> assertThat(refused.seats())
                        .hasSize(8)
                        .allMatch(unavailable -> unavailable.reason() == Reason.CONTESTED));
        assertThat(sellTogether(List.of(best(BOB, 8)))).containsExactly(new Outcome.NotEnough(show));
    }

    @Test
    void aLimitHoldsForEachBuyerAlone() {
        var limited = aShow(new SalesWindow(null, null), new SeatLimit(2));
        sellTogether(List.of(named(limited, ALICE, 1)));

        var outcomes = sellTogether(
                List.of(named(limited, ALICE, 2, 3), named(limited, BOB, 2, 3), named(show, ALICE, 1, 2, 3)));

        assertThat(outcomes.get(0))
                .isEqualTo(new Outcome.Settled(new BookSeats.Result.LimitExceeded(new SeatLimit(2), 1)));
        assertIsBooked(outcomes.get(1), 2, 3);
        assertIsBooked(outcomes.get(2), 1, 2, 3);
    }

    @Test
    void thereIsNotEnoughOnlyForThoseWhoMayBuySoMany() {
        var closed = aShow(new SalesWindow(null, world.now()), null);
        var limited = aShow(new SalesWindow(null, null), new SeatLimit(12));
        sellTogether(List.of(named(limited, ALICE, 1, 2)));

        var outcomes = sellTogether(List.of(best(closed, ALICE, 11), best(limited, ALICE, 11), best(limited, BOB, 11)));

        assertThat(outcomes)
                .containsExactly(
                        new Outcome.Settled(new BookSeats.Result.NotOnSale(Sales.CLOSED)),
                        new Outcome.Settled(new BookSeats.Result.LimitExceeded(new SeatLimit(12), 2)),
                        new Outcome.NotEnough(limited));
    }

    @Test
    void theBestSeatsAreContestedOnlyForThoseWhoMayBuySoMany() {
        var closed = aShow(new SalesWindow(null, world.now()), null);
        var limited = aShow(new SalesWindow(null, null), new SeatLimit(8));
        sellTogether(List.of(named(limited, ALICE, 1)));

        var outcomes = sellTogether(
                List.of(best(closed, BOB, 8), best(closed, ALICE, 8), best(limited, BOB, 8), best(limited, ALICE, 8)));

        assertThat(outcomes.subList(0, 2))
                .containsOnly(new Outcome.Settled(new BookSeats.Result.NotOnSale(Sales.CLOSED)));
        assertIsBooked(outcomes.get(2), 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(outcomes.get(3))
                .isEqualTo(new Outcome.Settled(new BookSeats.Result.LimitExceeded(new SeatLimit(8), 1)));
    }

    @Test
    void showsThatAreNotKnownAreReadTogether() {
        sellTogether(List.of(named(show, ALICE, 1)));
        var third = world.aShow(10);
        showsRead.set(0);

        var outcomes = sellTogether(List.of(named(show, BOB, 2), named(other, BOB, 2), named(third, BOB, 2)));

        assertThat(outcomes).hasSize(3).allSatisfy(outcome -> assertIsBooked(outcome, 2));
        assertThat(showsRead).hasValue(1);
    }

    @Test
    void theClockIsAskedOnceForAllWhoGetNoSeatsToTryFor() {
        var outcomes = sellTogether(List.of(best(show, ALICE, 11), best(show, BOB, 11), best(other, CAROL, 11)));

        assertThat(outcomes)
                .containsExactly(
                        new Outcome.NotEnough(show), new Outcome.NotEnough(show), new Outcome.NotEnough(other));
        assertThat(clockAsked).hasValue(1);
    }

    @Test
    void theClockIsNotAskedWhereSeatsAreLockedWhichBringTheTime() {
        var outcomes = sellTogether(List.of(named(other, ALICE, 1), best(show, ALICE, 8), best(show, BOB, 8)));

        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Refused.class);
        assertThat(clockAsked).hasValue(0);
    }

    @Test
    void forAllRefusalsTogetherTheShowsAreReadOnceMore() {
        sellTogether(List.of(named(show, ALICE, 1), named(other, ALICE, 1)));
        showsRead.set(0);

        var outcomes = sellTogether(List.of(named(show, BOB, 1), named(other, BOB, 1), named(show, CAROL, 1)));

        assertThat(outcomes).hasOnlyElementsOfType(Outcome.Refused.class);
        assertThat(showsRead).hasValue(1);
    }

    @Test
    void ofAShowThatSeatsAreSoldOfTheSaleItselfMakesSureThatItIsAsItWas() {
        sellTogether(List.of(named(show, ALICE, 1)));
        showsRead.set(0);

        var outcomes = sellTogether(List.of(named(show, BOB, 1), named(show, CAROL, 2)));

        assertIsRefused(outcomes.get(0), 1, Reason.BOOKED);
        assertIsBooked(outcomes.get(1), 2);
        assertThat(showsRead).hasValue(0);
    }

    @Test
    void ofWhatDoesNotExistEachIsTold() {
        var missing = newShowId();

        var outcomes =
                sellTogether(List.of(attempt(missing, ALICE, null, 1), named(show, BOB, 11), named(show, CAROL, 10)));

        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Settled(new BookSeats.Result.ShowNotFound()));
        assertThat(outcomes.get(1))
                .isEqualTo(new Outcome.Settled(new BookSeats.Result.UnknownSeats(Fixtures.seats(11))));
        assertIsBooked(outcomes.get(2), 10);
    }

    @Test
    void aKeyThatWasUsedBeforeUndoesTheWholeSinceOthersMayHaveBeenRefusedForIt() {
        sellTogether(List.of(keyed(ALICE, "once", 1)));

        var together = List.of(named(show, BOB, 4), keyed(ALICE, "once", 2), named(show, CAROL, 2));
        assertThatThrownBy(() -> sellTogether(together))
                .isInstanceOf(SpoiltException.class)
                .hasMessageContaining("[1]");

        assertThat(Cases.statuses(world, show.id()).subList(1, 5)).containsOnly(SeatStatus.AVAILABLE);
        assertThat(sellTogether(List.of(together.get(1))).getFirst())
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Settled.class))
                .extracting(Outcome.Settled::result)
                .asInstanceOf(InstanceOfAssertFactories.type(BookSeats.Result.Replayed.class))
                .satisfies(replayed -> assertThat(replayed.booking().seats()).containsExactly(1));
        assertIsBooked(sellTogether(List.of(together.get(2))).getFirst(), 2);
    }

    @Test
    void aRefusalIsAReplayIfTheSameRequestHasSucceededBefore() {
        sellTogether(List.of(keyed(ALICE, "once", 1), keyed(BOB, "once", 2)));

        var outcomes = sellTogether(List.of(
                keyed(ALICE, "once", 1),
                attempt(show.id(), BOB, new IdempotencyKey(BOB, "once", "another body"), 2),
                keyed(CAROL, "once", 1)));

        assertThat(outcomes.get(0))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Settled.class))
                .satisfies(settled -> assertThat(settled.result()).isInstanceOf(BookSeats.Result.Replayed.class));
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Settled(new BookSeats.Result.KeyReused()));
        assertIsRefused(outcomes.get(2), 1, Reason.BOOKED);
    }

    @Test
    void aShowThatHasChangedSinceItWasReadHasTheWholeDoneAgainAsItIsNow() {
        sellTogether(List.of(named(show, ALICE, 1), named(other, ALICE, 1)));
        change(changed(show, ShowStatus.CANCELLED, 2));
        unitsOfWork.set(0);

        var outcomes = sellTogether(List.of(named(other, BOB, 2), named(show, BOB, 2), keyed(CAROL, "once", 3)));

        assertIsBooked(outcomes.get(0), 2);
        assertThat(outcomes.subList(1, 3))
                .containsOnly(new Outcome.Settled(new BookSeats.Result.NotOnSale(Sales.SHOW_CANCELLED)));
        assertThat(unitsOfWork).hasValue(2);
    }

    @Test
    void allBuyersOfAShowThatHasJustBeenChangedAreServedInTwoUnitsOfWork() {
        sellTogether(List.of(named(show, ALICE, 10)));
        change(changed(show, ShowStatus.SCHEDULED, 2));
        unitsOfWork.set(0);

        var outcomes = sellTogether(IntStream.rangeClosed(1, 9)
                .mapToObj(seat -> {
                    var buyer = new UserId("buyer-" + seat);
                    return seat % 2 == 0 ? named(show, buyer, seat) : keyed(buyer, "once", seat);
                })
                .toList());

        for (int seat = 1; seat <= 9; seat++) {
            assertIsBooked(outcomes.get(seat - 1), seat);
        }
        assertThat(unitsOfWork).hasValue(2);
    }

    @Test
    void keysThatWereUsedBeforeAreToldApartFromAShowThatHasChanged() {
        sellTogether(List.of(keyed(ALICE, "once", 1)));
        change(changed(show, ShowStatus.SCHEDULED, 2));

        assertThatThrownBy(() -> sellTogether(List.of(keyed(ALICE, "once", 2), keyed(BOB, "once", 3))))
                .isInstanceOf(SpoiltException.class)
                .hasMessageContaining("[0]");
    }

    @Test
    void whereAllKeysWereUsedBeforeNobodyHasToBeAlone() {
        sellTogether(List.of(keyed(ALICE, "once", 1), keyed(BOB, "once", 2)));
        unitsOfWork.set(0);

        var outcomes = sellTogether(List.of(
                keyed(ALICE, "once", 3), attempt(show.id(), BOB, new IdempotencyKey(BOB, "once", "another body"), 4)));

        assertThat(outcomes.get(0))
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Settled.class))
                .satisfies(settled -> assertThat(settled.result()).isInstanceOf(BookSeats.Result.Replayed.class));
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Settled(new BookSeats.Result.KeyReused()));
        assertThat(unitsOfWork).hasValue(1);
        assertThat(Cases.statuses(world, show.id()).subList(2, 4)).containsOnly(SeatStatus.AVAILABLE);
    }

    @Test
    void thatAShowIsCancelledComesBeforeThatASeatIsTheHouses() {
        sellTogether(List.of(named(show, ALICE, 1)));
        world.doInTransaction(() -> {
            var locked = world.seatLock().take(show.id(), Fixtures.seats(2));
            locked.apply(List.of(Seat.restore(show.id(), Fixtures.seat(2), null, null, true)));
            world.seatLock().store(locked);
        });
        assertIsRefused(sellTogether(List.of(named(show, BOB, 2))).getFirst(), 2, Reason.BLOCKED);
        change(changed(show, ShowStatus.CANCELLED, 2));

        assertThat(sellTogether(List.of(named(show, BOB, 2))))
                .containsExactly(new Outcome.Settled(new BookSeats.Result.NotOnSale(Sales.SHOW_CANCELLED)));
    }

    @Test
    void whoeverIsAloneWithAShowThatHasChangedIsServedByTheShowAsItIsNow() {
        sellTogether(List.of(named(show, ALICE, 1)));
        change(changed(show, ShowStatus.SCHEDULED, 2));

        assertIsBooked(sellTogether(List.of(named(show, BOB, 2))).getFirst(), 2);
    }

    @Test
    void nobodyIsRefusedOnTheWordOfAShowThatHasChanged() {
        var closed = aShow(new SalesWindow(world.now().plusSeconds(60), null), null);
        assertThat(sellTogether(List.of(named(closed, ALICE, 1))))
                .containsExactly(new Outcome.Settled(new BookSeats.Result.NotOnSale(Sales.NOT_OPEN)));
        change(Show.restore(
                closed.id(),
                closed.name(),
                closed.type(),
                closed.startTime(),
                closed.plan(),
                new SalesTerms(new SalesWindow(null, null), closed.terms().holdTime(), null),
                closed.status(),
                2,
                closed.createdAt()));

        var outcomes = sellTogether(List.of(named(closed, ALICE, 1), named(closed, BOB, 2)));

        assertIsBooked(outcomes.get(0), 1);
        assertIsBooked(outcomes.get(1), 2);
    }

    @Test
    void nobodyIsToldThatThereIsNotEnoughOnTheWordOfAShowThatHasGrown() {
        sellTogether(List.of(best(ALICE, 8)));
        world.doInTransaction(() -> {
            Show locked = world.showLock().lock(show.id()).orElseThrow();
            world.shows().update(locked.change(List.of(new ShowChange.GrowTo(20)), world.now()));
        });

        assertIsBooked(sellTogether(List.of(best(BOB, 8))).getFirst(), 11, 12, 13, 14, 15, 16, 17, 18);
    }

    private Instant askClock() {
        clockAsked.incrementAndGet();
        return world.now();
    }

    private Show aShow(SalesWindow window, @Nullable SeatLimit limit) {
        var added = Fixtures.show(10, new SalesTerms(window, new HoldTime(120), limit), world.now());
        world.add(added);
        return added;
    }

    private void change(Show changed) {
        world.doInTransaction(() -> world.write(changed));
    }

    private List<Outcome> sellTogether(List<Attempt> attempts) {
        return sale.doTogether(attempts, () -> {});
    }

    private static Attempt named(Show show, UserId user, int... seats) {
        return attempt(show.id(), user, null, seats);
    }

    private Attempt keyed(UserId user, String key, int... seats) {
        return attempt(show.id(), user, new IdempotencyKey(user, key, "body"), seats);
    }

    private static Attempt attempt(ShowId show, UserId user, @Nullable IdempotencyKey key, int... seats) {
        return new Attempt(
                new BookSeats.Command(show, user, new SeatWish.Named(selection(seats)), true, key), Set.of());
    }

    private Attempt best(UserId user, int quantity) {
        return best(show, user, quantity);
    }

    private static Attempt best(Show show, UserId user, int quantity) {
        return new Attempt(
                new BookSeats.Command(show.id(), user, new SeatWish.Best(quantity, false), true, null), Set.of());
    }

    private static void assertIsBooked(Outcome outcome, Integer... seats) {
        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Settled.class))
                .extracting(Outcome.Settled::result)
                .asInstanceOf(InstanceOfAssertFactories.type(BookSeats.Result.Booked.class))
                .satisfies(booked -> assertThat(booked.booking().seats()).containsExactly(seats));
    }

    private static void assertIsRefused(Outcome outcome, int number, Reason reason) {
        assertThat(outcome)
                .asInstanceOf(InstanceOfAssertFactories.type(Outcome.Refused.class))
                .satisfies(refused ->
                        assertThat(refused.seats()).containsExactly(new UnavailableSeat(seat(number), reason)));
    }

    /** Counts every time that the work is done. */
    private record CountedUnitOfWork(UnitOfWork unitOfWork, AtomicInteger count) implements UnitOfWork {
        @Override
        public <T> T run(Supplier<T> work) {
            return unitOfWork.run(() -> {
                count.incrementAndGet();
                return work.get();
            });
        }
    }
}
