package com.modex.booking.adapter.postgres;

import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.booking.BookSeats;
import com.modex.booking.application.booking.ConfirmBooking;
import com.modex.booking.application.booking.SeatWish;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.show.Show;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shows are cancelled at the very moment at which buyers book, hold and confirm. */
class CancelledWhileBuyersRaceTest {
    private static final int RACES = 1_000;
    private static final int BUYERS = 4;

    private final PostgresWorld world = PostgresWorld.emptyAndPooled();

    @Test
    void noLiveBookingIsLeftWhateverWasRacing() {
        int booked = 0;
        for (int race = 0; race < RACES; race++) {
            Show show = world.aShow(3);
            List<Boolean> successes = Together.run(
                    BUYERS + 1,
                    racer -> racer == BUYERS
                            ? world.showUseCases()
                                    .cancelShow()
                                    .cancel(show.id())
                                    .isEmpty()
                            : buy(show, racer));
            booked += (int) successes.stream().filter(success -> success).count();
        }

        // The race is one: some came before the cancellation, and some behind it.
        assertThat(booked).isBetween(1, RACES * 3 - 1);
        assertThat(world.number("SELECT count(*) FROM shows WHERE status = 'CANCELLED'"))
                .isEqualTo(RACES);
        assertThat(world.number("SELECT count(*) FROM bookings WHERE status <> 'CANCELLED'"))
                .isZero();
        assertThat(world.number("SELECT count(*) FROM seats WHERE booking_id IS NOT NULL"))
                .isZero();
    }

    private boolean buy(Show show, int buyer) {
        var user = new UserId("buyer-" + buyer);
        boolean atOnce = buyer % 2 == 0;
        var seats = new SeatWish.Named(selection(buyer % 3 + 1));
        if (!(world.useCases().bookSeats().book(new BookSeats.Command(show.id(), user, seats, atOnce, null))
                instanceof BookSeats.Result.Booked(var booking))) {
            return false;
        }
        if (!atOnce) {
            world.useCases().confirmBooking().confirm(new ConfirmBooking.Command(booking.id(), user));
        }
        return true;
    }
}
