package com.modex.booking.adapter.rest.booking;

import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.application.booking.BookSeats;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.SeatNumber;
import com.modex.booking.domain.show.ShowId;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/shows/{show_id}/bookings}; {@code confirm} is true unless said otherwise. */
record BookSeatsRequest(
        @ArraySchema(
                arraySchema =
                        @Schema(description = "The numbers of the seats.", requiredMode = Schema.RequiredMode.REQUIRED),
                schema = @Schema(minimum = "1"),
                minItems = 1,
                maxItems = 100,
                uniqueItems = true)
        @Nullable
        List<@Nullable Integer> seats,

        @Schema(description = "False for a hold, which is to be confirmed later.", defaultValue = "true") @Nullable
        Boolean confirm) {
    BookSeats.Command toCommand(ShowId show, UserId user) {
        var reading = new RequestReading();
        var given = reading.required("/seats", seats, value -> value);
        var numbers = new ArrayList<RequestReading.Read<SeatNumber>>();
        if (seats != null) {
            for (int i = 0; i < seats.size(); i++) {
                numbers.add(reading.required("/seats/" + i, seats.get(i), SeatNumber::new));
            }
        }
        var selection = reading.combined("/seats", () -> {
            given.get();
            return SeatSelection.of(
                    numbers.stream().map(RequestReading.Read::get).toList());
        });
        return reading.finish(() -> new BookSeats.Command(show, user, selection.get(), confirm == null || confirm));
    }
}
