package com.modex.booking.application.booking;

import com.modex.booking.domain.booking.Booking;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.BookingStatus;
import com.modex.booking.domain.booking.FailureReason;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking as it is read. */
public record BookingDetails(
        BookingId id,
        ShowId showId,
        String userId,
        List<Integer> seats,
        BookingStatus status,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant cancelledAt,
        List<Integer> cancelledSeats,
        @Nullable FailureReason failureReason) {

    static BookingDetails of(Booking booking) {
        return new BookingDetails(
                booking.id(),
                booking.show(),
                booking.user().value(),
                booking.seats().values(),
                booking.status(),
                booking.createdAt(),
                booking.expiresAt(),
                booking.confirmedAt(),
                booking.cancelledAt(),
                booking.cancelledSeats().stream().map(SeatNumber::value).toList(),
                booking.failureReason());
    }
}
