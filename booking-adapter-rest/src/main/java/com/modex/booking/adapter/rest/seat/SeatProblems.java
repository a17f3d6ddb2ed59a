package com.modex.booking.adapter.rest.seat;

import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.domain.booking.SeatSelection;
import com.modex.booking.domain.seat.UnavailableSeat;
import com.modex.booking.domain.show.SeatNumber;
import java.util.List;
import java.util.SortedSet;

/** Refusals that name seats. */
public final class SeatProblems {
    private static final String SEATS = "seats";

    private SeatProblems() {}

    /** Every seat that could not be had, each with its reason. */
    public static Problem unavailable(ProblemCode code, List<UnavailableSeat> seats) {
        return Problem.of(code)
                .with(SEATS, seats.stream().map(UnavailableSeatResponse::of).toList());
    }

    /** The problem with what could be had in place of what was asked for. */
    public static Problem offering(Problem problem, List<SeatSelection> alternatives) {
        return problem.with(
                "alternatives", alternatives.stream().map(SeatSelection::values).toList());
    }

    /** The numbers that are of no seat. */
    public static Problem unknown(SortedSet<SeatNumber> seats) {
        return Problem.of(ProblemCode.UNKNOWN_SEATS)
                .with(SEATS, seats.stream().map(SeatNumber::value).toList());
    }
}
