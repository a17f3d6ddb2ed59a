package com.modex.booking.adapter.rest.seat;

import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.show.SeatNumber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the {@code seats} of a body: a list of their numbers. */
public final class SeatNumbers {
    private SeatNumbers() {}

    /** The seats that are named, each number that is none in its own place. */
    public static RequestReading.Read<SeatSelection> read(
            RequestReading reading, @Nullable List<@Nullable Integer> seats) {
        // Of a list that is too long, nothing is said of each number in it: there may be tens of thousands.
        var size = reading.required("/seats", seats, value -> SeatSelection.requireSize(value.size()));
        var numbers = new ArrayList<RequestReading.Read<SeatNumber>>();
        if (seats != null && size.orNull() != null) {
            for (int i = 0; i < seats.size(); i++) {
                numbers.add(reading.required("/seats/" + i, seats.get(i), SeatNumber::new));
            }
        }
        return reading.combined("/seats", () -> {
            size.get();
            return SeatSelection.of(
                    numbers.stream().map(RequestReading.Read::get).toList());
        });
    }
}
