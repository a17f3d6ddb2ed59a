package com.modex.booking.adapter.rest.openapi;

import static com.modex.booking.adapter.rest.problem.ProblemCode.BOOKING_NOT_FOUND;
import static com.modex.booking.adapter.rest.problem.ProblemCode.FORBIDDEN;
import static com.modex.booking.adapter.rest.problem.ProblemCode.INTERNAL_ERROR;
import static com.modex.booking.adapter.rest.problem.ProblemCode.MALFORMED_REQUEST;
import static com.modex.booking.adapter.rest.problem.ProblemCode.NOT_ACCEPTABLE;
import static com.modex.booking.adapter.rest.problem.ProblemCode.PAYLOAD_TOO_LARGE;
import static com.modex.booking.adapter.rest.problem.ProblemCode.SHOW_NOT_FOUND;
import static com.modex.booking.adapter.rest.problem.ProblemCode.UNAUTHENTICATED;
import static com.modex.booking.adapter.rest.problem.ProblemCode.UNAVAILABLE;
import static com.modex.booking.adapter.rest.problem.ProblemCode.UNSUPPORTED_MEDIA_TYPE;
import static com.modex.booking.adapter.rest.problem.ProblemCode.VALIDATION_FAILED;

import com.modex.booking.adapter.rest.problem.ProblemCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which problems an operation can answer. */
final class OperationProblems {
    /** What can happen to every request. A bad token is refused even where none is needed, and so is a foreign page. */
    private static final Set<ProblemCode> EVERYWHERE =
            EnumSet.of(MALFORMED_REQUEST, UNAUTHENTICATED, FORBIDDEN, NOT_ACCEPTABLE, INTERNAL_ERROR, UNAVAILABLE);

    private static final Set<ProblemCode> WITH_A_BODY =
            EnumSet.of(VALIDATION_FAILED, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE);

    /** Whoever asks too often is told so by every operation. */
    private static final int TOO_MANY_REQUESTS = 429;

    /** The answers to a version that is missing or stale. */
    private static final Set<Integer> WITH_IF_MATCH = Set.of(412, 428);

    private OperationProblems() {}

    /** All its codes, in the order of the contract. */
    static List<ProblemCode> of(Operation operation, @Nullable Problems named) {
        var codes = EnumSet.copyOf(EVERYWHERE);
        addWithStatus(codes, Set.of(TOO_MANY_REQUESTS));
        if (operation.getRequestBody() != null) {
            codes.addAll(WITH_A_BODY);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> addFor(parameter, codes));
        }
        if (named != null) {
            codes.addAll(List.of(named.value()));
        }
        return List.copyOf(codes);
    }

    private static void addFor(Parameter parameter, Set<ProblemCode> codes) {
        switch (parameter.getName()) {
            case "show_id" -> codes.add(SHOW_NOT_FOUND);
            case "booking_id" -> codes.add(BOOKING_NOT_FOUND);
            case "If-Match" -> addWithStatus(codes, WITH_IF_MATCH);
            case "If-None-Match" -> {
                // Whatever it says, it is no mistake: it does not match.
            }
            default -> codes.add(VALIDATION_FAILED);
        }
    }

    private static void addWithStatus(Set<ProblemCode> codes, Set<Integer> statuses) {
        Arrays.stream(ProblemCode.values())
                .filter(code -> statuses.contains(code.status()))
                .forEach(codes::add);
    }
}
