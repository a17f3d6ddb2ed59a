package com.modex.booking.adapter.rest.booking;

import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.adapter.rest.seat.SeatNumbers;
import com.modex.booking.application.booking.BookSeats;
import com.modex.booking.application.booking.SeatWish;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.UserId;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.ShowId;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/shows/{show_id}/bookings}; {@code confirm} is true unless said otherwise. */
@Schema(description = "Either the seats or how many: `seats` or `quantity`.")
record BookSeatsRequest(
        @ArraySchema(
                arraySchema = @Schema(description = "The numbers of the seats."),
                schema = @Schema(minimum = "1"),
                minItems = 1,
                maxItems = SeatSelection.MAX_SEATS,
                uniqueItems = true)
        @Nullable
        List<@Nullable Integer> seats,

        @Schema(
                description = "How many of the best seats that are free, side by side in one row.",
                minimum = "1",
                maximum = "100")
        @Nullable
        Integer quantity,

        @Schema(
                description =
                        "With `quantity`: whether the seats may be apart where so many side by side are not free.",
                defaultValue = "false")
        @Nullable
        Boolean allowSplit,

        @Schema(description = "False for a hold, which is to be confirmed later.", defaultValue = "true") @Nullable
        Boolean confirm) {

    BookSeats.Command toCommand(ShowId show, UserId user, @Nullable IdempotencyKey key) {
        var reading = new RequestReading();
        var wish = readWish(reading);
        return reading.finish(() -> new BookSeats.Command(show, user, wish.get(), confirm == null || confirm, key));
    }

    private RequestReading.Read<SeatWish> readWish(RequestReading reading) {
        if (quantity == null) {
            if (allowSplit != null && allowSplit) {
                return conflict(reading, "/allow_split", "Seats that are named cannot be split.");
            }
            var selection = SeatNumbers.read(reading, seats);
            return reading.combined("/seats", () -> new SeatWish.Named(selection.get()));
        }
        if (seats != null) {
            return conflict(reading, "/quantity", "Give either seats or quantity.");
        }
        return reading.value("/quantity", () -> new SeatWish.Best(quantity, allowSplit != null && allowSplit));
    }

    private static RequestReading.Read<SeatWish> conflict(RequestReading reading, String pointer, String detail) {
        return reading.value(pointer, () -> {
            throw new InvalidValueException("CONFLICT", detail);
        });
    }
}
