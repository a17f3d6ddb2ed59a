package com.modex.booking.application.show;

import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.seat;
import static com.modex.booking.domain.Fixtures.seats;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.Rival;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class CancelShowTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final CancelShow cancelShow = Cases.useCases(world).cancelShow();
    private final Show show = world.aShow(6);

    @Test
    void everyLiveBookingIsCancelledAndItsSeatsAreFree() {
        Booking confirmed = world.aConfirmedBooking(show, 1, 2);
        Booking hold = world.aHold(show, 3);
        Booking expired = world.anExpiredHold(show, 4);
        world.store(show.id(), Seat.restore(show.id(), seat(5), null, null, true));

        ShowDetails cancelled = cancelShow.cancel(show.id()).orElseThrow();

        assertThat(cancelled.status()).isEqualTo(ShowStatus.CANCELLED);
        assertThat(cancelled.version()).isEqualTo(2);
        assertThat(world.shows().find(show.id()).map(ShowDetails::of)).contains(cancelled);
        assertThat(status(confirmed.id())).isEqualTo(BookingStatus.CANCELLED);
        assertThat(status(hold.id())).isEqualTo(BookingStatus.CANCELLED);
        assertThat(status(expired.id())).isEqualTo(BookingStatus.FAILED);
        assertThat(world.seatMaps().of(show.id()).seats())
                .extracting(SeatMap.Entry::status)
                .containsExactly(
                        SeatStatus.AVAILABLE,
                        SeatStatus.AVAILABLE,
                        SeatStatus.AVAILABLE,
                        SeatStatus.AVAILABLE,
                        SeatStatus.BLOCKED,
                        SeatStatus.AVAILABLE);
    }

    @Test
    void cancellingAgainChangesNothing() {
        ShowDetails first = cancelShow.cancel(show.id()).orElseThrow();
        world.advance(Duration.ofSeconds(5));

        assertThat(cancelShow.cancel(show.id())).contains(first);
    }

    @Test
    void itWaitsForWhoeverIsTakingASeatAtThatMoment() {
        try (var rival = Rival.inTheMiddleOf(world, () -> world.seatLock().take(show.id(), seats(3)))) {
            var waiting = CompletableFuture.supplyAsync(
                    () -> cancelShow.cancel(show.id()),
                    task -> Thread.ofVirtual().start(task));
            assertThat(waiting).failsWithin(Duration.ofMillis(200)).withThrowableOfType(TimeoutException.class);
            rival.end();

            assertThat(waiting.orTimeout(10, TimeUnit.SECONDS).join()).isPresent();
        }
    }

    @Test
    void aShowThatDoesNotExistIsNotFound() {
        assertThat(cancelShow.cancel(newShowId())).isEqualTo(Optional.empty());
    }

    private BookingStatus status(BookingId id) {
        return world.bookings().find(id).map(Booking::status).orElseThrow();
    }
}
