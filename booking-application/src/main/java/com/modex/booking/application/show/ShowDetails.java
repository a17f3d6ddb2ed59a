package com.modex.booking.application.show;

import com.modex.booking.domain.show.Section;
import com.modex.booking.domain.show.Show;
import com.modex.booking.domain.show.ShowId;
import com.modex.booking.domain.show.ShowStatus;
import com.modex.booking.domain.show.ShowType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A show as it is read.
 *
 * @param version changes whenever anything else here does
 */
public record ShowDetails(
        ShowId id,
        String name,
        ShowType type,
        Instant startTime,
        int totalSeats,
        List<Section> sections,
        ShowStatus status,
        @Nullable Instant salesOpenAt,
        Instant salesCloseAt,
        @Nullable Integer maxSeatsPerUser,
        int holdSeconds,
        Instant createdAt,
        long version) {

    static ShowDetails of(Show show) {
        var terms = show.terms();
        var seatLimit = terms.seatLimit();
        return new ShowDetails(
                show.id(),
                show.name().value(),
                show.type(),
                show.startTime(),
                show.plan().totalSeats(),
                show.plan().sections(),
                show.status(),
                terms.window().openAt(),
                show.salesCloseAt(),
                seatLimit == null ? null : seatLimit.value(),
                terms.holdTime().seconds(),
                show.createdAt(),
                show.version());
    }
}
