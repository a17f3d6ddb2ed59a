package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.show.Sales;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The server knows the show from the sale before. Whoever wants seats that are not to be had after it was changed is told
 * first what keeps them from any seat.
 */
class RefusingByTheShowAsItIsTest {
    private static final SeatLimit ONE = new SeatLimit(1);

    private final InMemoryWorld world = new InMemoryWorld();
    private final BookSeats bookSeats = Cases.useCases(world).bookSeats();
    private final Show show = world.aShow(4);

    @BeforeEach
    void theShowIsKnown() {
        assertThat(book(ALICE, new SeatWish.Named(selection(1)))).isInstanceOf(BookSeats.Result.Booked.class);
        assertThat(book(BOB, new SeatWish.Named(selection(2)))).isInstanceOf(BookSeats.Result.Booked.class);
    }

    @Test
    void thatSalesAreClosedComesBeforeThatASeatIsSold() {
        change(new ShowChange.CloseSales(world.now()));

        assertIsClosed(book(ALICE, new SeatWish.Named(selection(2))));
    }

    @Test
    void thatSalesAreClosedComesBeforeThatASeatIsContested() {
        change(new ShowChange.CloseSales(world.now()));

        try (var _ = Rival.inTheMiddleOf(world, () -> world.seatLock().take(show.id(), seats(3)))) {
            assertIsClosed(book(ALICE, new SeatWish.Named(selection(3))));
        }
    }

    @Test
    void thatSalesAreClosedComesBeforeThatTheBestSeatsAreContestedAndIsToldAtOnce() {
        Instant before = world.now();
        change(new ShowChange.CloseSales(before));

        try (var _ = Rival.inTheMiddleOf(world, () -> world.seatLock().take(show.id(), seats(3, 4)))) {
            assertIsClosed(book(ALICE, new SeatWish.Best(2, false)));
        }
        assertThat(world.now()).isEqualTo(before);
    }

    @Test
    void thatSalesAreClosedComesBeforeThatThereAreNotEnough() {
        change(new ShowChange.CloseSales(world.now()));

        assertIsClosed(book(ALICE, new SeatWish.Best(3, true)));
    }

    @Test
    void thatTheUserHasEnoughComesBeforeThatASeatIsSold() {
        change(new ShowChange.LimitSeats(ONE));

        assertHasEnough(book(ALICE, new SeatWish.Named(selection(2))));
    }

    @Test
    void thatTheUserHasEnoughComesBeforeThatTheBestSeatsAreContested() {
        change(new ShowChange.LimitSeats(ONE));

        try (var _ = Rival.inTheMiddleOf(world, () -> world.seatLock().take(show.id(), seats(3, 4)))) {
            assertHasEnough(book(ALICE, new SeatWish.Best(1, false)));
        }
    }

    @Test
    void thatTheUserHasEnoughComesBeforeThatThereAreNotEnough() {
        change(new ShowChange.LimitSeats(ONE));

        assertHasEnough(book(ALICE, new SeatWish.Best(3, false)));
    }

    private void change(ShowChange change) {
        world.doInTransaction(() -> world.write(show.change(List.of(change), world.now())));
    }

    private BookSeats.Result book(UserId user, SeatWish wish) {
        return bookSeats.book(new BookSeats.Command(show.id(), user, wish, true, null));
    }

    private static void assertIsClosed(BookSeats.Result result) {
        assertThat(result).isEqualTo(new BookSeats.Result.NotOnSale(Sales.CLOSED));
    }

    private static void assertHasEnough(BookSeats.Result result) {
        assertThat(result).isEqualTo(new BookSeats.Result.LimitExceeded(ONE, 1));
    }
}
