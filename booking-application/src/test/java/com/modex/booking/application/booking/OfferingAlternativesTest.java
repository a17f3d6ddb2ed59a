package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.seat.FreeSeats;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While alternatives are read, which may mean to wait, nobody is kept from anything. */
class OfferingAlternativesTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final List<SortedSet<?>> contested = new ArrayList<>();
    private final BookingUseCases useCases =
            Cases.useCases(world, world.shows(), new ReadingSeatMaps(world.seatMaps(), this::whileARivalTriesTheSeats));
    private final Show show = world.aShow(6);
    private final Booking hold = world.anExpiredHold(show, 1, 2);

    @BeforeEach
    void somebodyElseGetsASeatOfTheHold() {
        world.add(show, Booking.confirmed(newBookingId(), show.id(), BOB, selection(2), world.now()));
    }

    @Test
    void aBuyersSeatsAreNotLocked() {
        assertThat(useCases.bookSeats()
                        .book(new BookSeats.Command(show.id(), ALICE, new SeatWish.Named(selection(1, 2)), true, null)))
                .isInstanceOf(BookSeats.Result.Refused.class);

        assertNothingWasLocked();
    }

    @Test
    void theSeatsOfALateConfirmationAreNotLocked() {
        assertThat(useCases.confirmBooking().confirm(new ConfirmBooking.Command(hold.id(), ALICE)))
                .isInstanceOf(ConfirmBooking.Result.Expired.class);

        assertNothingWasLocked();
    }

    @Test
    void theSeatsOfALateExtensionAreNotLocked() {
        assertThat(useCases.extendHold().extend(new ExtendHold.Command(hold.id(), ALICE)))
                .isInstanceOf(ExtendHold.Result.Expired.class);

        assertNothingWasLocked();
    }

    @Test
    void buyersAndLateOwnersShareOneReading() {
        var readings = new AtomicInteger();
        var owners = new CompletableFuture<BookingUseCases>();
        var answers = new ArrayList<CompletableFuture<ConfirmBooking.Result>>();
        var shared = Cases.useCases(world, world.shows(), new ReadingSeatMaps(world.seatMaps(), free -> {
            if (readings.incrementAndGet() == 1) {
                var answer = new CompletableFuture<ConfirmBooking.Result>();
                answers.add(answer);
                var owner = Thread.ofPlatform()
                        .start(() -> answer.complete(
                                owners.join().confirmBooking().confirm(new ConfirmBooking.Command(hold.id(), ALICE))));
                awaitThat(() -> owner.getState() == Thread.State.WAITING || answer.isDone());
            }
            return free;
        }));
        owners.complete(shared);

        assertThat(shared.bookSeats()
                        .book(new BookSeats.Command(show.id(), ALICE, new SeatWish.Named(selection(2)), true, null)))
                .isInstanceOf(BookSeats.Result.Refused.class);

        assertThat(answers.getFirst().orTimeout(30, TimeUnit.SECONDS).join())
                .isInstanceOf(ConfirmBooking.Result.Expired.class);
        assertThat(readings).hasValue(1);
    }

    private static void awaitThat(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).isNegative();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private FreeSeats whileARivalTriesTheSeats(FreeSeats free) {
        Rival.inTheMiddleOf(
                        world,
                        () -> contested.add(
                                world.seatLock().take(show.id(), seats(1, 2)).contested()))
                .end();
        return free;
    }

    private void assertNothingWasLocked() {
        assertThat(contested).containsExactly(seats());
        assertThat(Cases.statuses(world, show.id())).startsWith(SeatStatus.AVAILABLE, SeatStatus.BOOKED);
    }
}
