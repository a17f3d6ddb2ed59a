package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.Fixtures;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatLimitTest {
    private static final SeatLimit THREE = new SeatLimit(3);

    private final InMemoryWorld world = new InMemoryWorld();
    private final BookingUseCases useCases = Cases.useCases(world);
    private final Show show = aShow(THREE);

    @Test
    void aUserHasAsManySeatsAsTheLimitAndNoMore() {
        assertThat(book(ALICE, 1, 2)).isInstanceOf(BookSeats.Result.Booked.class);
        assertThat(book(ALICE, 3, 4)).isEqualTo(new BookSeats.Result.LimitExceeded(THREE, 2));
        assertThat(book(ALICE, 3)).isInstanceOf(BookSeats.Result.Booked.class);
        assertThat(book(ALICE, 4)).isEqualTo(new BookSeats.Result.LimitExceeded(THREE, 3));
        assertThat(book(BOB, 4, 5, 6)).isInstanceOf(BookSeats.Result.Booked.class);
    }

    @Test
    void seatsThatWereGivenBackCountNoMore() {
        Booking booking = world.aConfirmedBooking(show, 1, 2, 3);
        useCases.cancelBooking().cancel(new CancelBooking.Command(booking.id(), ALICE, selection(1)));

        assertThat(book(ALICE, 4)).isInstanceOf(BookSeats.Result.Booked.class);
    }

    @Test
    void ofManyRequestsAtOnceNoMoreSucceedThanTheLimitAllows() {
        var answers = IntStream.rangeClosed(1, 20)
                .mapToObj(seat -> CompletableFuture.supplyAsync(
                        () -> book(ALICE, seat), task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(answer -> answer.orTimeout(10, TimeUnit.SECONDS).join())
                .toList();

        assertThat(answers)
                .filteredOn(BookSeats.Result.Booked.class::isInstance)
                .hasSize(3);
        assertThat(answers)
                .filteredOn(new BookSeats.Result.LimitExceeded(THREE, 3)::equals)
                .hasSize(17);
    }

    @Test
    void aHoldThatRanOutIsConfirmedOnlyWithinTheLimit() {
        Booking hold = world.anExpiredHold(show, 1, 2);
        world.aConfirmedBooking(show, 3, 4);

        assertThat(confirm(hold)).isEqualTo(new ConfirmBooking.Result.LimitExceeded(THREE, 2));
        assertThat(confirm(world.anExpiredHold(show, 5))).isInstanceOf(ConfirmBooking.Result.Confirmed.class);
    }

    @Test
    void aRunningHoldIsConfirmedThoughTheLimitIsLowerByNow() {
        Booking hold = world.aHold(show, 1, 2);
        world.doInTransaction(
                () -> world.write(show.change(List.of(new ShowChange.LimitSeats(new SeatLimit(1))), world.now())));

        assertThat(confirm(hold)).isInstanceOf(ConfirmBooking.Result.Confirmed.class);
    }

    private ConfirmBooking.Result confirm(Booking hold) {
        return useCases.confirmBooking().confirm(new ConfirmBooking.Command(hold.id(), ALICE));
    }

    private BookSeats.Result book(UserId user, int... seats) {
        return useCases.bookSeats()
                .book(new BookSeats.Command(show.id(), user, new SeatWish.Named(selection(seats)), true, null));
    }

    private Show aShow(SeatLimit limit) {
        var made = Fixtures.show(30, new SalesTerms(SalesTerms.DEFAULT.window(), HoldTime.DEFAULT, limit), world.now());
        world.add(made);
        return made;
    }
}
