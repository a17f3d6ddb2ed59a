package com.modex.booking.adapter.rest.openapi;

import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.adapter.rest.problem.ProblemSample;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts problems into the description: one response for each status, with an example of each code that it can have. */
final class ProblemResponses {
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String PROBLEM = Components.COMPONENTS_SCHEMAS_REF + "Problem";
    private static final String UNKNOWN_SEATS_PROBLEM = Components.COMPONENTS_SCHEMAS_REF + "UnknownSeatsProblem";

    private static final List<ProblemCode> BAD_REQUEST =
            List.of(ProblemCode.MALFORMED_REQUEST, ProblemCode.VALIDATION_FAILED);

    private final Components components;

    ProblemResponses(Components components) {
        this.components = components;
    }

    /** Adds a response for each status of the codes. */
    void addTo(ApiResponses responses, List<ProblemCode> codes) {
        codes.stream()
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()))
                .forEach((status, same) -> responses.addApiResponse(Integer.toString(status), shared(same)));
    }

    /** What many operations answer is said once. */
    private ApiResponse shared(List<ProblemCode> codes) {
        String name;
        if (codes.size() == 1) {
            name = codes.getFirst().name();
        } else if (codes.equals(BAD_REQUEST)) {
            name = "BAD_REQUEST";
        } else {
            return response(codes);
        }
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponses(name, response(codes));
        }
        return new ApiResponse().$ref(name);
    }

    private static ApiResponse response(List<ProblemCode> codes) {
        var content = new MediaType().schema(schema(codes));
        codes.forEach(code -> content.addExamples(code.name(), new Example().value(sample(code))));
        var response = new ApiResponse()
                .description(codes.stream()
                        .map(code ->
                                "`%s`: %s.".formatted(code.name(), sample(code).get("title")))
                        .collect(Collectors.joining(" ")))
                .content(new Content().addMediaType(PROBLEM_JSON, content));
        switch (codes.getFirst().status()) {
            case 401 -> addHeader(response, AnswerHeader.WWW_AUTHENTICATE);
            case 429, 503 -> addHeader(response, AnswerHeader.RETRY_AFTER);
            default -> {
                // The body says it all.
            }
        }
        return response;
    }

    private static void addHeader(ApiResponse response, AnswerHeader header) {
        response.addHeaderObject(header.header(), header.toHeader());
    }

    private static Map<String, Object> sample(ProblemCode code) {
        return ProblemSample.of(code, "/v1/shows/" + Samples.SHOW_ID);
    }

    /**
     * One form that fits all the codes. Which codes can come is for the examples to say: generators of clients make a type
     * of its own out of every schema that is more than a reference.
     */
    private static Schema<?> schema(List<ProblemCode> codes) {
        return new JsonSchema().$ref(codes.contains(ProblemCode.UNKNOWN_SEATS) ? UNKNOWN_SEATS_PROBLEM : PROBLEM);
    }
}
