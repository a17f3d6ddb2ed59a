package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.changed;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.booking.BuyersSeats;
import com.modex.booking.domain.seat.BoxOffice.Sale;
import com.modex.booking.domain.seat.UnavailableSeat.Reason;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.Sales;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SalesWindow;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusingSeatsTest {
    private final Show show = show(10, NOON);
    private final Seat booked = Seat.restore(show.id(), seat(2), newBookingId(), null, false);
    private final Seat held = Seat.restore(show.id(), seat(4), newBookingId(), NOON.plusMillis(1), false);
    private final Seat blocked = Seat.restore(show.id(), seat(6), null, null, true);

    @Test
    void aBookedSeatIsRefused() {
        assertRefused(Box.locked(show, NOON, booked), 2, Reason.BOOKED);
    }

    @Test
    void aHeldSeatIsRefused() {
        assertRefused(Box.locked(show, NOON, held), 4, Reason.HELD);
    }

    @Test
    void aBlockedSeatIsRefused() {
        assertRefused(Box.locked(show, NOON, blocked), 6, Reason.BLOCKED);
    }

    @Test
    void aSeatThatARivalHasLockedIsRefused() {
        assertRefused(Box.locked(show, NOON, seats(8)), 8, Reason.CONTESTED);
    }

    @Test
    void everySeatThatCannotBeHadIsNamedInOrderAndNoneIsTaken() {
        LockedSeats locked = Box.locked(show, NOON, seats(8), blocked, held, booked);

        for (boolean confirm : new boolean[] {true, false}) {
            assertThat(BoxOffice.sell(
                            show,
                            Box.request(confirm, 1, 2, 3, 4, 5, 6, 7, 8),
                            locked,
                            BuyersSeats.NONE,
                            Box.HOLD_LIMIT))
                    .isEqualTo(new Sale.Refused(List.of(
                            new UnavailableSeat(seat(2), Reason.BOOKED),
                            new UnavailableSeat(seat(4), Reason.HELD),
                            new UnavailableSeat(seat(6), Reason.BLOCKED),
                            new UnavailableSeat(seat(8), Reason.CONTESTED))));
        }
        assertThat(locked.changed()).isEmpty();
        assertThat(locked.seats()).filteredOn(free -> free.isFreeAt(NOON)).hasSize(6);
    }

    @Test
    void seatsThatTheShowLacksAreNamedWhateverElseIsWrong() {
        var locked = new LockedSeats(show.id(), NOON, List.of(booked), seats(11, 12));

        assertThat(BoxOffice.sell(
                        changed(show, ShowStatus.CANCELLED, 2),
                        Box.request(true, 2, 11, 12),
                        locked,
                        BuyersSeats.NONE,
                        Box.HOLD_LIMIT))
                .isEqualTo(new Sale.UnknownSeats(seats(11, 12)));
    }

    @Test
    void aShowThatIsNotOnSaleSaysWhyWhateverItsSeatsAre() {
        Show early = show(10, new SalesTerms(new SalesWindow(NOON.plusSeconds(1), null), HoldTime.DEFAULT, null), NOON);

        assertThat(BoxOffice.sell(
                        early, Box.request(true, 1), Box.locked(early, NOON), BuyersSeats.NONE, Box.HOLD_LIMIT))
                .isEqualTo(new Sale.NotOnSale(Sales.NOT_OPEN));
        assertThat(BoxOffice.sell(
                        show,
                        Box.request(true, 2),
                        Box.locked(show, show.startTime(), booked),
                        BuyersSeats.NONE,
                        Box.HOLD_LIMIT))
                .isEqualTo(new Sale.NotOnSale(Sales.CLOSED));
        assertThat(BoxOffice.sell(
                        changed(show, ShowStatus.CANCELLED, 2),
                        Box.request(true, 1),
                        Box.locked(show, NOON),
                        BuyersSeats.NONE,
                        Box.HOLD_LIMIT))
                .isEqualTo(new Sale.NotOnSale(Sales.SHOW_CANCELLED));
    }

    private void assertRefused(LockedSeats locked, int number, Reason reason) {
        assertThat(BoxOffice.sell(show, Box.request(true, number), locked, BuyersSeats.NONE, Box.HOLD_LIMIT))
                .isEqualTo(new Sale.Refused(List.of(new UnavailableSeat(seat(number), reason))));
        assertThat(BoxOffice.sell(show, Box.request(true, 10), locked, BuyersSeats.NONE, Box.HOLD_LIMIT))
                .isInstanceOf(Sale.Sold.class);
        assertThat(locked.changed()).isEmpty();
    }
}
