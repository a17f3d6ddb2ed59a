package com.modex.booking.adapter.rest.show;

import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.application.show.CreateShow;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SalesWindow;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Section;
import com.modex.booking.domain.show.ShowName;
import com.modex.booking.domain.show.ShowType;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/shows}. Its rules are those of the domain's values; here they get their places. */
record CreateShowRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = ShowName.MAX_LENGTH) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        ShowType type,

        @Schema(description = "In the future.", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Instant startTime,

        @Schema(
                description = "Makes one section `MAIN` with rows of 10. Either this or `sections`.",
                minimum = "1",
                maximum = "" + SeatPlan.MAX_SEATS)
        @Nullable
        Integer totalSeats,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description =
                                        "In place of `total_seats`. Seats are numbered through from 1 over all sections."),
                minItems = 1)
        @Nullable
        List<@Nullable SectionRequest> sections,

        @Schema(description = "Seats can be booked from here on; from the beginning if left out.") @Nullable
        Instant salesOpenAt,

        @Schema(description = "And until just before here; until `start_time` if left out.") @Nullable
        Instant salesCloseAt,

        @Schema(
                description = "How long a hold keeps its seats.",
                minimum = "10",
                maximum = "3600",
                defaultValue = "120")
        @Nullable
        Integer holdSeconds,

        @Schema(
                description = "How many seats one user may have; as many as there are if left out.",
                minimum = "1",
                maximum = "1000")
        @Nullable
        Integer maxSeatsPerUser) {

    record SectionRequest(
            @Schema(
                    description = "No other section of the show has it.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = Section.MAX_NAME_LENGTH)
            @Nullable
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "" + SeatPlan.MAX_SEATS)
            @Nullable
            Integer rows,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minimum = "1",
                    maximum = "" + Section.MAX_SEATS_PER_ROW)
            @Nullable
            Integer seatsPerRow) {}

    CreateShow.Command toCommand(@Nullable IdempotencyKey key) {
        var reading = new RequestReading();
        var showName = reading.required("/name", name, ShowName::new);
        var showType = reading.required("/type", type, value -> value);
        var start = reading.required("/start_time", startTime, value -> value);
        var plan = readPlan(reading);
        var holdTime = reading.value(
                "/hold_seconds", () -> holdSeconds == null ? HoldTime.DEFAULT : new HoldTime(holdSeconds));
        var limit = reading.optional("/max_seats_per_user", maxSeatsPerUser, SeatLimit::new);
        return reading.finish(() -> new CreateShow.Command(
                showName.get(),
                showType.get(),
                start.get(),
                plan.get(),
                new SalesTerms(new SalesWindow(salesOpenAt, salesCloseAt), holdTime.get(), limit.orNull()),
                key));
    }

    private RequestReading.Read<SeatPlan> readPlan(RequestReading reading) {
        if (sections == null) {
            return reading.required("/total_seats", totalSeats, SeatPlan::of);
        }
        if (totalSeats != null) {
            return reading.value("/total_seats", () -> {
                throw new InvalidValueException("CONFLICT", "Give either total_seats or sections.");
            });
        }
        var read = new ArrayList<RequestReading.Read<Section>>();
        for (int i = 0; i < sections.size(); i++) {
            read.add(readSection(reading, "/sections/" + i, sections.get(i)));
        }
        return reading.combined(
                "/sections",
                () -> new SeatPlan(read.stream().map(RequestReading.Read::get).toList()));
    }

    private static RequestReading.Read<Section> readSection(
            RequestReading reading, String pointer, @Nullable SectionRequest section) {
        if (section == null) {
            return reading.<Section, Section>required(pointer, null, value -> value);
        }
        var sectionName = reading.required(pointer + "/name", section.name(), value -> value);
        var rows = reading.required(pointer + "/rows", section.rows(), value -> value);
        var seatsPerRow = reading.required(pointer + "/seats_per_row", section.seatsPerRow(), value -> value);
        return reading.combined(pointer, () -> Section.ofRows(sectionName.get(), rows.get(), seatsPerRow.get()));
    }
}
