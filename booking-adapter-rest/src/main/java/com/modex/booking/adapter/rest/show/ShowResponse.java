package com.modex.booking.adapter.rest.show;

import com.modex.booking.domain.show.ShowStatus;
import com.modex.booking.domain.show.ShowType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A show as the client gets it. */
record ShowResponse(
        String id,
        String name,
        ShowType type,
        Instant startTime,
        int totalSeats,
        List<SectionResponse> sections,
        ShowStatus status,
        @Nullable Instant salesOpenAt,
        Instant salesCloseAt,
        @Nullable Integer maxSeatsPerUser,
        int holdSeconds,
        Instant createdAt) {

    record SectionResponse(String name, int rows, int seatsPerRow) {}
}
