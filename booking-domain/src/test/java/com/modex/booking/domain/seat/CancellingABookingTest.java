package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.selection;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.seat.BoxOffice.Cancellation.Cancelled;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.Show;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CancellingABookingTest {
    private static final Instant LATER = NOON.plusSeconds(5);

    private final Show show = show(10, NOON);
    private final Booking hold =
            Booking.hold(newBookingId(), show.id(), ALICE, selection(1, 2), new HoldTime(60), NOON);

    @Test
    void theSeatsOfAConfirmedBookingAreFreeAtOnce() {
        assertGivesAllBack(hold.confirm(NOON));
    }

    @Test
    void theSeatsOfAHoldAreFreeAtOnce() {
        assertGivesAllBack(hold);
    }

    @Test
    void aSeatThatNamesSomebodyElseIsLeftToThem() {
        Seat rivals = Seat.restore(show.id(), seat(2), newBookingId(), null, false);
        LockedSeats locked =
                Box.locked(show, LATER, Seat.free(show.id(), seat(1)).givenTo(hold), rivals);

        assertThat(cancel(hold, locked).seats()).extracting(Seat::number).containsExactly(seat(1));
    }

    @Test
    void aCancelledBookingStaysAsItIs() {
        assertStaysAsItIs(hold.cancel(NOON));
    }

    @Test
    void aHoldThatHasRunOutStaysAsItIs() {
        assertStaysAsItIs(hold.asOf(NOON.plusSeconds(60)));
    }

    private void assertGivesAllBack(Booking booking) {
        Cancelled cancellation = cancel(booking, lockedBy(booking));

        assertThat(cancellation.booking().status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(cancellation.booking().cancelledAt()).isEqualTo(LATER);
        assertThat(cancellation.seats()).extracting(Seat::number).containsExactly(seat(1), seat(2));
        assertThat(cancellation.seats()).allMatch(free -> free.isFreeAt(LATER) && free.booking() == null);
    }

    private void assertStaysAsItIs(Booking booking) {
        assertThat(BoxOffice.cancel(booking, null, lockedBy(hold))).isEqualTo(new Cancelled(booking, List.of()));
        assertThat(BoxOffice.cancel(booking, selection(1), lockedBy(hold)))
                .isEqualTo(new Cancelled(booking, List.of()));
    }

    private static Cancelled cancel(Booking booking, LockedSeats locked) {
        return assertThat(BoxOffice.cancel(booking, null, locked))
                .asInstanceOf(InstanceOfAssertFactories.type(Cancelled.class))
                .actual();
    }

    private LockedSeats lockedBy(Booking booking) {
        return Box.locked(
                show,
                LATER,
                Seat.free(show.id(), seat(1)).givenTo(booking),
                Seat.free(show.id(), seat(2)).givenTo(booking));
    }
}
