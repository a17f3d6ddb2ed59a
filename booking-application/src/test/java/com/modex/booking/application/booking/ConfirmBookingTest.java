package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.changed;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowChange;
import com.modex.booking.domain.show.ShowStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ConfirmBookingTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final BookingUseCases useCases = Cases.useCases(world);
    private final ConfirmBooking confirmBooking = useCases.confirmBooking();
    private final Show show = world.aShow(3);

    @Test
    void aHoldIsConfirmedAndStored() {
        Booking hold = world.aHold(show, 1, 2);

        BookingDetails confirmed = confirmed(hold);

        assertThat(confirmed.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(confirmed.confirmedAt()).isEqualTo(world.now());
        assertThat(confirmed.expiresAt()).isNull();
        assertThat(Cases.stored(world, hold.id())).isEqualTo(confirmed);
        world.advance(Duration.ofHours(1));
        assertThat(Cases.statuses(world, show.id()))
                .containsExactly(SeatStatus.BOOKED, SeatStatus.BOOKED, SeatStatus.AVAILABLE);
    }

    @Test
    void aRunningHoldIsConfirmedThoughSalesHaveClosed() {
        Booking hold = world.aHold(show, 1);
        world.doInTransaction(
                () -> world.write(show.change(List.of(new ShowChange.CloseSales(world.now())), world.now())));

        assertThat(confirmed(hold).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void forARunningHoldTheShowNeedNotBeRead() {
        var showsRead = new AtomicInteger();
        var counted =
                Cases.useCases(world, new ReadingShows(world.shows(), showsRead::incrementAndGet), world.seatMaps());
        Booking hold = world.aHold(show, 1);

        assertThat(counted.confirmBooking().confirm(new ConfirmBooking.Command(hold.id(), ALICE)))
                .isInstanceOf(ConfirmBooking.Result.Confirmed.class);
        assertThat(showsRead).hasValue(0);
    }

    @Test
    void confirmingAgainChangesNothing() {
        Booking hold = world.aHold(show, 1);
        BookingDetails first = confirmed(hold);
        world.advance(Duration.ofSeconds(5));

        assertThat(confirmed(hold)).isEqualTo(first);
        assertThat(Cases.stored(world, hold.id())).isEqualTo(first);
    }

    @Test
    void aHoldThatRanOutIsConfirmedWhileItsSeatsAreFree() {
        Booking hold = world.anExpiredHold(show, 1);

        assertThat(confirmed(hold).status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(Cases.stored(world, hold.id()).failureReason()).isNull();
        assertThat(Cases.statuses(world, show.id())).startsWith(SeatStatus.BOOKED);
    }

    @Test
    void aHoldThatWasMarkedAsExpiredIsConfirmedAllTheSame() {
        Booking hold = world.anExpiredHold(show, 1);
        assertThat(useCases.expireHolds().expire()).isEqualTo(1);

        assertThat(confirmed(hold).status()).isEqualTo(BookingStatus.CONFIRMED);
    }

    @Test
    void aHoldWhoseSeatWentToSomebodyElseHasExpired() {
        Booking hold = world.anExpiredHold(show, 1, 2);
        world.add(show, Booking.confirmed(newBookingId(), show.id(), BOB, selection(2), world.now()));

        assertThat(confirm(hold))
                .isEqualTo(new ConfirmBooking.Result.Expired(
                        List.of(new UnavailableSeat(seat(2), Reason.BOOKED)), List.of(selection(1, 3))));
        assertThat(Cases.stored(world, hold.id()).status()).isEqualTo(BookingStatus.FAILED);
        assertThat(Cases.statuses(world, show.id()))
                .containsExactly(SeatStatus.AVAILABLE, SeatStatus.BOOKED, SeatStatus.AVAILABLE);
    }

    @Test
    void aCancelledBookingIsNotConfirmed() {
        Booking hold = world.aHold(show, 1);
        assertThat(useCases.cancelBooking().cancel(new CancelBooking.Command(hold.id(), ALICE, null)))
                .isInstanceOf(CancelBooking.Result.Cancelled.class);

        assertThat(confirm(hold)).isEqualTo(new ConfirmBooking.Result.AlreadyCancelled());
    }

    @Test
    void nothingIsConfirmedLateOfACancelledShow() {
        Booking hold = world.anExpiredHold(show, 1);
        world.doInTransaction(() -> world.write(changed(show, ShowStatus.CANCELLED, 2)));

        assertThat(confirm(hold)).isEqualTo(new ConfirmBooking.Result.ShowCancelled());
        assertThat(Cases.stored(world, hold.id()).status()).isEqualTo(BookingStatus.FAILED);
    }

    @Test
    void somebodyElsesBookingIsNotFound() {
        Booking hold = world.aHold(show, 1);

        assertThat(confirmBooking.confirm(new ConfirmBooking.Command(hold.id(), BOB)))
                .isEqualTo(new ConfirmBooking.Result.NotFound());
        assertThat(Cases.stored(world, hold.id()).status()).isEqualTo(BookingStatus.PENDING);
    }

    @Test
    void aBookingThatDoesNotExistIsNotFound() {
        assertThat(confirmBooking.confirm(new ConfirmBooking.Command(newBookingId(), ALICE)))
                .isEqualTo(new ConfirmBooking.Result.NotFound());
    }

    @Test
    void whatARivalDidWhileItWaitedForTheSeatsCounts() throws Exception {
        Booking hold = world.aHold(show, 1);
        try (var rival = Rival.inTheMiddleOf(world, () -> {
            var seats = world.seatLock().await(show.id(), hold.seats().numbers());
            assertThat(world.bookingLock().lock(show.id(), hold.id())).isPresent();
            world.salesLedger().amend(hold.cancel(seats.now()), seats);
        })) {
            var ending = Thread.ofVirtual().start(() -> {
                LockSupport.parkNanos(50_000_000);
                rival.end();
            });

            assertThat(confirm(hold)).isEqualTo(new ConfirmBooking.Result.AlreadyCancelled());
            ending.join();
        }
    }

    private ConfirmBooking.Result confirm(Booking booking) {
        return confirmBooking.confirm(new ConfirmBooking.Command(booking.id(), ALICE));
    }

    private BookingDetails confirmed(Booking booking) {
        return assertThat(confirm(booking))
                .asInstanceOf(InstanceOfAssertFactories.type(ConfirmBooking.Result.Confirmed.class))
                .actual()
                .booking();
    }
}
