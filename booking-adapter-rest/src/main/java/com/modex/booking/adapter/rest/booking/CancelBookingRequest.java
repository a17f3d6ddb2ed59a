package com.modex.booking.adapter.rest.booking;

import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.adapter.rest.seat.SeatNumbers;
import com.modex.booking.application.booking.CancelBooking;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.booking.SeatSelection;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/bookings/{booking_id}/cancel}. */
@Schema(description = "Which seats to give back.")
record CancelBookingRequest(
        @ArraySchema(
                arraySchema = @Schema(description = "The numbers of the seats; all of the booking if left out."),
                schema = @Schema(minimum = "1"),
                minItems = 1,
                maxItems = SeatSelection.MAX_SEATS,
                uniqueItems = true)
        @Nullable
        List<@Nullable Integer> seats) {

    static CancelBooking.Command toCommand(@Nullable CancelBookingRequest request, BookingId booking, UserId user) {
        if (request == null || request.seats == null) {
            return new CancelBooking.Command(booking, user, null);
        }
        var reading = new RequestReading();
        var part = SeatNumbers.read(reading, request.seats);
        return reading.finish(() -> new CancelBooking.Command(booking, user, part.get()));
    }
}
