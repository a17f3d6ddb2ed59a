package com.modex.booking.domain.seat;

import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.BuyersSeats;
import com.modex.booking.domain.seat.BoxOffice.Sale;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SalesWindow;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class HoldingASeatTest {
    @Test
    void aHeldSeatIsKeptForTheShowsHoldTime() {
        var show = show(10, new SalesTerms(SalesWindow.UNTIL_START, new HoldTime(45), null), NOON);
        Instant now = NOON.plusSeconds(7);
        Instant end = now.plusSeconds(45);

        Sale.Sold sold = assertThat(BoxOffice.sell(
                        show, Box.request(false, 1, 2), Box.locked(show, now), BuyersSeats.NONE, Box.HOLD_LIMIT))
                .asInstanceOf(InstanceOfAssertFactories.type(Sale.Sold.class))
                .actual();

        assertThat(sold.booking().status()).isEqualTo(BookingStatus.PENDING);
        assertThat(sold.booking().createdAt()).isEqualTo(now);
        assertThat(sold.booking().expiresAt()).isEqualTo(end);
        assertThat(sold.booking().confirmedAt()).isNull();
        assertThat(sold.seats()).hasSize(2).allSatisfy(held -> {
            assertThat(held.names(sold.booking().id())).isTrue();
            assertThat(held.heldUntil()).isEqualTo(end);
            assertThat(held.statusAt(end.minusNanos(1000))).isEqualTo(SeatStatus.HELD);
            assertThat(held.statusAt(end)).isEqualTo(SeatStatus.AVAILABLE);
        });
    }
}
