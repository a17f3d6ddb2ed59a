package com.modex.booking.adapter.rest.openapi;

import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.domain.seat.UnavailableSeat;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The form of a problem: nobody makes one of these, problems are built member by member. */
@Schema(name = "Problem", description = "Why a request came to nothing, in the form of RFC 9457.")
record ProblemShape(
        @Schema(
                description = "A name for the kind of problem; it leads nowhere.",
                pattern = "^urn:booking:problem:[a-z-]+$")
        String type,

        @Schema(description = "The kind of problem, for people.")
        String title,

        @Schema(description = "The HTTP status.", minimum = "400", maximum = "599")
        int status,

        @Schema(description = "This problem, for people.") String detail,

        @Schema(description = "The path that was asked for.")
        String instance,

        ProblemCode code,

        @Schema(description = "Names the request in the server's log, as in `traceparent`.", pattern = "^[0-9a-f]{32}$")
        String traceId,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description = "With `VALIDATION_FAILED`: all that is wrong.",
                                requiredMode = Schema.RequiredMode.NOT_REQUIRED))
        List<ViolationShape> errors,

        @ArraySchema(
                arraySchema =
                        @Schema(
                                description =
                                        "With `SEATS_UNAVAILABLE` and `BOOKING_EXPIRED`: every seat that could not be had.",
                                requiredMode = Schema.RequiredMode.NOT_REQUIRED))
        List<UnavailableSeatShape> seats,

        @ArraySchema(
                maxItems = 3,
                arraySchema =
                        @Schema(
                                description =
                                        "With `SEATS_UNAVAILABLE` and `BOOKING_EXPIRED`: up to three groups of as many free seats.",
                                requiredMode = Schema.RequiredMode.NOT_REQUIRED))
        List<List<Integer>> alternatives) {

    @Schema(name = "Violation", description = "One thing wrong with a request.")
    record ViolationShape(
            @Schema(description = "Where in the body, as a JSON pointer (RFC 6901), or `/name` of a parameter.")
            String pointer,

            @Schema(description = "What is wrong. Open-ended: more codes may come.", pattern = "^[A-Z][A-Z_]*$")
            String code,

            @Schema(description = "What is wrong, for people.")
            String detail) {}

    @Schema(name = "UnavailableSeat", description = "A seat that could not be had.")
    record UnavailableSeatShape(
            @Schema(description = "The number of the seat.", minimum = "1")
            int number,

            UnavailableSeat.Reason reason) {}

    @Schema(
            name = "UnknownSeatsProblem",
            description = "A problem that may be about seats that the show does not have.")
    record UnknownSeatsShape(
            @Schema(
                    description = "A name for the kind of problem; it leads nowhere.",
                    pattern = "^urn:booking:problem:[a-z-]+$")
            String type,

            @Schema(description = "The kind of problem, for people.")
            String title,

            @Schema(description = "The HTTP status.", minimum = "400", maximum = "599")
            int status,

            @Schema(description = "This problem, for people.")
            String detail,

            @Schema(description = "The path that was asked for.")
            String instance,

            ProblemCode code,

            @Schema(
                    description = "Names the request in the server's log, as in `traceparent`.",
                    pattern = "^[0-9a-f]{32}$")
            String traceId,

            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description = "With `UNKNOWN_SEATS`: the numbers that are of no seat of the show.",
                                    requiredMode = Schema.RequiredMode.NOT_REQUIRED))
            List<Integer> seats) {}
}
