package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.application.booking.BookSeats.Result.Booked;
import com.modex.booking.application.booking.BookSeats.Result.HoldLimitExceeded;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.show.Show;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody can hold a whole house: {@link Cases#HOLD_LIMIT} seats of a show at once, and no more. */
class HoldLimitTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final BookingUseCases useCases = Cases.useCases(world);
    private final Show show = world.aShow(100);
    private final Show other = world.aShow(100);

    @Test
    void aUserHoldsAsManySeatsOfAShowAsTheLimitAndNoMore() {
        assertThat(hold(show, ALICE, 1, 18)).isInstanceOf(Booked.class);
        assertThat(hold(show, ALICE, 19, 21)).isEqualTo(new HoldLimitExceeded(Cases.HOLD_LIMIT, 18));
        assertThat(hold(show, ALICE, 19, 20)).isInstanceOf(Booked.class);
        assertThat(hold(show, ALICE, 21, 21)).isEqualTo(new HoldLimitExceeded(Cases.HOLD_LIMIT, 20));
        assertThat(hold(show, BOB, 21, 40)).isInstanceOf(Booked.class);
        assertThat(hold(other, ALICE, 1, 20)).isInstanceOf(Booked.class);
    }

    @Test
    void whoHoldsAsManyAsTheLimitBooksMoreInOneStep() {
        hold(show, ALICE, 1, 20);

        assertThat(book(show, ALICE, true, 21, 60)).isInstanceOf(Booked.class);
    }

    @Test
    void holdsThatAreConfirmedOrHaveRunOutCountNoMore() {
        var held = (Booked) hold(show, ALICE, 1, 10);
        useCases.confirmBooking()
                .confirm(new ConfirmBooking.Command(held.booking().id(), ALICE));
        world.anExpiredHold(show, IntStream.rangeClosed(11, 20).toArray());

        assertThat(hold(show, ALICE, 21, 40)).isInstanceOf(Booked.class);
    }

    @Test
    void ofManyHoldsAtOnceNoMoreSucceedThanTheLimitAllows() {
        var answers = IntStream.rangeClosed(1, 40)
                .mapToObj(seat -> CompletableFuture.supplyAsync(
                        () -> hold(show, ALICE, seat, seat),
                        task -> Thread.ofVirtual().start(task)))
                .toList()
                .stream()
                .map(answer -> answer.orTimeout(10, TimeUnit.SECONDS).join())
                .toList();

        assertThat(answers).filteredOn(Booked.class::isInstance).hasSize(20);
        assertThat(answers)
                .filteredOn(new HoldLimitExceeded(Cases.HOLD_LIMIT, 20)::equals)
                .hasSize(20);
    }

    private BookSeats.Result hold(Show show, UserId user, int first, int last) {
        return book(show, user, false, first, last);
    }

    private BookSeats.Result book(Show show, UserId user, boolean confirm, int first, int last) {
        var seats = selection(IntStream.rangeClosed(first, last).toArray());
        return useCases.bookSeats()
                .book(new BookSeats.Command(show.id(), user, new SeatWish.Named(seats), confirm, null));
    }
}
