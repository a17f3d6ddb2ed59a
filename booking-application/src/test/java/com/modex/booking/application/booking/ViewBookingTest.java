package com.modex.booking.application.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.BOB;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.FailureReason;
import com.modex.booking.domain.show.Show;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewBookingTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final ViewBooking viewBooking = Cases.useCases(world).viewBooking();
    private final Show show = world.aShow(3);

    @Test
    void itsUserSeesAllOfIt() {
        Booking hold = world.aHold(show, 1, 3);

        assertThat(viewBooking.view(new ViewBooking.Query(hold.id(), ALICE, false)))
                .contains(new BookingDetails(
                        hold.id(),
                        show.id(),
                        "alice",
                        List.of(1, 3),
                        BookingStatus.PENDING,
                        hold.createdAt(),
                        hold.expiresAt(),
                        null,
                        null,
                        List.of(),
                        null));
    }

    @Test
    void aHoldThatRanOutIsSeenAsFailed() {
        Booking hold = world.anExpiredHold(show, 1);

        BookingDetails seen =
                viewBooking.view(new ViewBooking.Query(hold.id(), ALICE, false)).orElseThrow();
        assertThat(seen.status()).isEqualTo(BookingStatus.FAILED);
        assertThat(seen.failureReason()).isEqualTo(FailureReason.EXPIRED);
    }

    @Test
    void somebodyElseDoesNotSeeIt() {
        Booking hold = world.aHold(show, 1);

        assertThat(viewBooking.view(new ViewBooking.Query(hold.id(), BOB, false)))
                .isEmpty();
    }

    @Test
    void anAdminSeesIt() {
        Booking hold = world.aHold(show, 1);

        assertThat(viewBooking.view(new ViewBooking.Query(hold.id(), BOB, true)))
                .map(BookingDetails::id)
                .contains(hold.id());
    }

    @Test
    void whatDoesNotExistNobodySees() {
        assertThat(viewBooking.view(new ViewBooking.Query(newBookingId(), ALICE, true)))
                .isEmpty();
    }
}
