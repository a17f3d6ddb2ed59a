package com.modex.booking.adapter.rest.seat;

import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.application.show.ChangeHouseSeats;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.ShowId;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/shows/{show_id}/seats/block} and {@code unblock}. */
@Schema(description = "The seats whose keeping by the house changes.")
record HouseSeatsRequest(
        @ArraySchema(
                arraySchema =
                        @Schema(description = "The numbers of the seats.", requiredMode = Schema.RequiredMode.REQUIRED),
                schema = @Schema(minimum = "1"),
                minItems = 1,
                maxItems = SeatSelection.MAX_SEATS,
                uniqueItems = true)
        @Nullable
        List<@Nullable Integer> seats) {

    ChangeHouseSeats.Command toCommand(ShowId show, ChangeHouseSeats.Change change) {
        var reading = new RequestReading();
        var selection = SeatNumbers.read(reading, seats);
        return reading.finish(() -> new ChangeHouseSeats.Command(show, selection.get(), change));
    }
}
