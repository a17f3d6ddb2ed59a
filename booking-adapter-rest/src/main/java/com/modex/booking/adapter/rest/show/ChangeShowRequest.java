package com.modex.booking.adapter.rest.show;

import com.modex.booking.adapter.rest.json.Member;
import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.ShowChange;
import com.modex.booking.domain.show.ShowName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /v1/shows/{show_id}}: a JSON merge patch (RFC 7396). */
@Schema(description = "What is left out stays as it is; what is null is as if it had never been said.")
record ChangeShowRequest(
        @Schema(minLength = 1, maxLength = 200) Member<String> name,

        @Schema(description = "In the future.") Member<Instant> startTime,

        Member<@Nullable Instant> salesOpenAt,

        @Schema(description = "Null: sales close at `start_time`.")
        Member<@Nullable Instant> salesCloseAt,

        @Schema(
                description = "Null: as many as there are. Seats that users have already stay theirs.",
                minimum = "1",
                maximum = "1000")
        Member<@Nullable Integer> maxSeatsPerUser,

        @Schema(
                description = "For holds that are made or extended from now on. Null: 120.",
                minimum = "10",
                maximum = "3600")
        Member<@Nullable Integer> holdSeconds,

        @Schema(
                description = "Only more than before: seats are added to the last row, then behind it.",
                minimum = "1",
                maximum = "100000")
        Member<Integer> totalSeats) {

    List<ShowChange> toChanges() {
        var reading = new RequestReading();
        var changes = new ArrayList<RequestReading.Read<ShowChange>>();
        change(reading, changes, "/name", name, text -> new ShowChange.Rename(new ShowName(text)));
        change(reading, changes, "/start_time", startTime, ShowChange.Reschedule::new);
        changeOrRemove(reading, changes, "/sales_open_at", salesOpenAt, ShowChange.OpenSales::new);
        changeOrRemove(reading, changes, "/sales_close_at", salesCloseAt, ShowChange.CloseSales::new);
        changeOrRemove(
                reading,
                changes,
                "/max_seats_per_user",
                maxSeatsPerUser,
                seats -> new ShowChange.LimitSeats(seats == null ? null : new SeatLimit(seats)));
        changeOrRemove(
                reading,
                changes,
                "/hold_seconds",
                holdSeconds,
                seconds -> new ShowChange.HoldFor(seconds == null ? HoldTime.DEFAULT : new HoldTime(seconds)));
        change(reading, changes, "/total_seats", totalSeats, ShowChange.GrowTo::new);
        return reading.finish(
                () -> changes.stream().map(RequestReading.Read::get).toList());
    }

    private static <T> void change(
            RequestReading reading,
            List<RequestReading.Read<ShowChange>> changes,
            String pointer,
            Member<T> member,
            Function<T, ShowChange> toChange) {
        if (member.isGiven()) {
            changes.add(reading.<T, ShowChange>required(pointer, member.value(), toChange));
        }
    }

    private static <T> void changeOrRemove(
            RequestReading reading,
            List<RequestReading.Read<ShowChange>> changes,
            String pointer,
            Member<@Nullable T> member,
            Function<@Nullable T, ShowChange> toChange) {
        if (member.isGiven()) {
            changes.add(reading.value(pointer, () -> toChange.apply(member.value())));
        }
    }
}
