package com.modex.booking.adapter.rest.problem;

import java.util.List;
import java.util.Map;

/** What a problem looks like to a client, for the description of the API. */
public final class ProblemSample {
    private static final String TRACE_ID = "c91e5551e9f8e3f370dcbfc302369f7b";

    private static final List<List<Integer>> ALTERNATIVES = List.of(List.of(5, 6), List.of(1, 2));

    private ProblemSample() {}

    /** The members of such a problem, as they are sent. */
    public static Map<String, Object> of(ProblemCode code, String instance) {
        return sample(code).toMembers(instance, TRACE_ID);
    }

    private static Problem sample(ProblemCode code) {
        return switch (code) {
            case VALIDATION_FAILED ->
                Problem.invalid(List.of(new Violation("/limit", "OUT_OF_RANGE", "limit must be from 1 to 100.")));
            case SEATS_UNAVAILABLE, BOOKING_EXPIRED ->
                Problem.of(code)
                        .with("seats", List.of(new SeatSample(4, "HELD")))
                        .with("alternatives", ALTERNATIVES);
            case NOT_ENOUGH_SEATS -> Problem.of(code).with("alternatives", ALTERNATIVES);
            case UNKNOWN_SEATS -> Problem.of(code).with("seats", List.of(21));
            default -> Problem.of(code);
        };
    }

    /** A record has its fields in order, and the description is compared as text. */
    private record SeatSample(int number, String reason) {}
}
