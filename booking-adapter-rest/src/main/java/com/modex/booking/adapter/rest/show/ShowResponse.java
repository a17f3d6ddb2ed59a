package com.modex.booking.adapter.rest.show;

import com.modex.booking.domain.show.ShowStatus;
import com.modex.booking.domain.show.ShowType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A show as the client gets it. */
@Schema(description = "A show, trip or slot whose seats are sold.")
record ShowResponse(
        String id,
        String name,
        ShowType type,
        Instant startTime,

        @Schema(description = "The seats of all sections.", minimum = "1")
        int totalSeats,

        List<SectionResponse> sections,
        ShowStatus status,

        @Schema(description = "Null: from the beginning.") @Nullable
        Instant salesOpenAt,

        Instant salesCloseAt,

        @Schema(description = "How many seats one user may have; null: as many as there are.") @Nullable
        Integer maxSeatsPerUser,

        @Schema(description = "How long a hold keeps its seats.")
        int holdSeconds,

        Instant createdAt) {

    @Schema(description = "A part of the house whose rows are all alike, but that the last may be shorter.")
    record SectionResponse(String name, int rows, int seatsPerRow) {}
}
