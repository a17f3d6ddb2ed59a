package com.modex.booking.adapter.rest.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The examples of requests and answers, from {@code examples/<operation id>.json} beside this class. Each file has {@code
 * requests} and {@code answers}, both of them objects of named examples.
 */
final class Examples {
    private static final TypeReference<LinkedHashMap<String, LinkedHashMap<String, Object>>> FORM =
            new TypeReference<>() {};

    private final JsonMapper json;

    Examples(JsonMapper json) {
        this.json = json;
    }

    void addTo(Operation operation) {
        var file = new ClassPathResource("examples/" + operation.getOperationId() + ".json", Examples.class);
        if (!file.exists()) {
            return;
        }
        try (var stream = file.getInputStream()) {
            var examples = json.readValue(stream, FORM);
            if (operation.getRequestBody() != null) {
                add(operation.getRequestBody().getContent(), examples.get("requests"));
            }
            operation.getResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    add(response.getContent(), examples.get("answers"));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static void add(@Nullable Content content, @Nullable Map<String, Object> examples) {
        if (content != null && examples != null) {
            content.values()
                    .forEach(type ->
                            examples.forEach((name, value) -> type.addExamples(name, new Example().value(value))));
        }
    }
}
