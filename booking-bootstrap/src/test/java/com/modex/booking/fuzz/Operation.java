package com.modex.booking.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the description.
 *
 * @param bodies the schema of the body by media type; none if it takes none
 */
record Operation(
        String id,
        String method,
        String template,
        boolean needsToken,
        boolean needsAdmin,
        List<JsonNode> parameters,
        List<Body> bodies,
        boolean bodyRequired) {

    record Body(String mediaType, JsonNode schema) {}

    static List<Operation> allOf(JsonNode description) {
        var operations = new ArrayList<Operation>();
        for (var path : description.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                operations.add(of(description, path.getKey(), method.getKey(), method.getValue()));
            }
        }
        return operations;
    }

    private static Operation of(JsonNode description, String template, String method, JsonNode operation) {
        var parameters = new ArrayList<JsonNode>();
        operation.path("parameters").forEach(parameter -> parameters.add(resolved(description, parameter)));
        var bodies = new ArrayList<Body>();
        var body = operation.path("requestBody");
        body.path("content")
                .forEachEntry((mediaType, content) -> bodies.add(new Body(mediaType, content.path("schema"))));
        String security = operation.path("security").toString();
        return new Operation(
                operation.path("operationId").asString(),
                method.toUpperCase(Locale.ROOT),
                template,
                !security.equals("[]"),
                security.contains("booking:admin"),
                List.copyOf(parameters),
                List.copyOf(bodies),
                body.path("required").asBoolean());
    }

    static JsonNode resolved(JsonNode description, JsonNode node) {
        return node.has("$ref")
                ? description.at(
                        JsonPointer.compile(node.path("$ref").asString().substring(1)))
                : node;
    }

    List<JsonNode> parametersIn(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.path("in").asString().equals(place))
                .toList();
    }

    Optional<Body> body() {
        return bodies.stream().findFirst();
    }
}
