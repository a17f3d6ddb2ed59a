package com.modex.booking.domain.booking;

import static com.modex.booking.domain.Fixtures.ALICE;
import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newBookingId;
import static com.modex.booking.domain.Fixtures.newShowId;
import static com.modex.booking.domain.Fixtures.selection;
import static org.assertj.core.api.Assertions.assertThat;

import com.modex.booking.domain.show.HoldTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldExpiryTest {
    private static final Instant END = NOON.plusSeconds(60);

    private final Booking hold = Booking.hold(newBookingId(), newShowId(), ALICE, selection(1), new HoldTime(60), NOON);

    @Test
    void aHoldEndsWhenItsHoldTimeHasPassed() {
        assertThat(hold.expiresAt()).isEqualTo(END);
    }

    @Test
    void itIsPendingUntilJustBeforeItsEnd() {
        assertThat(hold.asOf(END.minusNanos(1000)).status()).isEqualTo(BookingStatus.PENDING);
        assertThat(hold.asOf(END.minusNanos(1000)).isLive()).isTrue();
    }

    @Test
    void exactlyAtItsEndItHasFailed() {
        Booking ended = hold.asOf(END);

        assertThat(ended.status()).isEqualTo(BookingStatus.FAILED);
        assertThat(ended.failureReason()).isEqualTo(FailureReason.EXPIRED);
        assertThat(ended.expiresAt()).isEqualTo(END);
        assertThat(ended.seats()).isEqualTo(hold.seats());
        assertThat(ended.isLive()).isFalse();
    }

    @Test
    void whatWasConfirmedOrCancelledNeverRunsOut() {
        Booking confirmed = hold.confirm(NOON);
        Booking cancelled = hold.cancel(NOON);

        assertThat(confirmed.asOf(END.plusSeconds(1))).isSameAs(confirmed);
        assertThat(cancelled.asOf(END.plusSeconds(1))).isSameAs(cancelled);
    }
}
