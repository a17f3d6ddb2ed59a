package com.modex.booking.domain.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.show.HoldTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BookingStepsTest {
    private static final Instant LATER = NOON.plusSeconds(5);

    private final Booking hold =
            Booking.hold(newBookingId(), newShowId(), ALICE, selection(1, 2), new HoldTime(60), NOON);

    @Test
    void confirmingAHoldClearsItsExpiry() {
        Booking confirmed = hold.confirm(LATER);

        assertThat(confirmed.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(confirmed.confirmedAt()).isEqualTo(LATER);
        assertThat(confirmed.expiresAt()).isNull();
        assertThat(confirmed.createdAt()).isEqualTo(NOON);
        assertThat(confirmed.id()).isEqualTo(hold.id());
    }

    @Test
    void confirmingAFailedHoldClearsTheFailure() {
        Booking confirmed = hold.asOf(NOON.plusSeconds(60)).confirm(NOON.plusSeconds(61));

        assertThat(confirmed.status()).isEqualTo(BookingStatus.CONFIRMED);
        assertThat(confirmed.failureReason()).isNull();
    }

    @Test
    void cancellingKeepsTheLastSeatsAndWhenItWasConfirmed() {
        Booking cancelled = hold.confirm(LATER).cancel(LATER.plusSeconds(1));

        assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(cancelled.cancelledAt()).isEqualTo(LATER.plusSeconds(1));
        assertThat(cancelled.confirmedAt()).isEqualTo(LATER);
        assertThat(cancelled.seats()).isEqualTo(selection(1, 2));
        assertThat(cancelled.isLive()).isFalse();
    }

    @Test
    void noStepChangesTheBookingItself() {
        Booking unused = hold.confirm(LATER);

        assertThat(unused).isNotSameAs(hold);
        assertThat(hold.status()).isEqualTo(BookingStatus.PENDING);
        assertThat(hold.confirmedAt()).isNull();
    }

    @Test
    void onlyAHoldIsConfirmed() {
        Booking confirmed = hold.confirm(LATER);
        Booking cancelled = hold.cancel(LATER);

        assertThatThrownBy(() -> confirmed.confirm(LATER)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cancelled.confirm(LATER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyALiveBookingIsCancelled() {
        Booking cancelled = hold.cancel(LATER);
        Booking failed = hold.asOf(NOON.plusSeconds(60));

        assertThatThrownBy(() -> cancelled.cancel(LATER)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> failed.cancel(LATER)).isInstanceOf(IllegalStateException.class);
    }
}
