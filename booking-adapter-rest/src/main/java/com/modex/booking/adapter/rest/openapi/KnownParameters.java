package com.modex.booking.adapter.rest.openapi;

import com.modex.booking.adapter.rest.page.PageSize;
import com.modex.booking.domain.IdempotencyKey;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The parameters that mean the same wherever they stand: described here once, and shared in the description. */
final class KnownParameters {
    private static final Map<String, Known> KNOWN = Map.of(
            "show_id",
            new Known("The id of a show, as it was given out.", text().example(Samples.SHOW_ID)),
            "booking_id",
            new Known("The id of a booking, as it was given out.", text().example(Samples.BOOKING_ID)),
            "limit",
            new Known("How many items a page has at most.", pageSize()),
            "Idempotency-Key",
            new Known(
                    "A name of the client's own for this request, bare or quoted: with the same key and body again, the answer"
                            + " has what the first one made, as it is by then. A key is kept for 24 hours at least.",
                    text().minLength(1).maxLength(IdempotencyKey.MAX_LENGTH)),
            "If-Match",
            new Known("The `ETag` of what is to be changed: if it is stale, nothing is.", text()),
            "cursor",
            new Known("Where to go on: `next` of the page before, of the same listing. Opaque.", text()));

    private final Components components;

    KnownParameters(Components components) {
        this.components = components;
    }

    private record Known(String description, Schema<?> schema) {}

    void describe(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            var known = KNOWN.get(parameter.getName());
            if (known != null) {
                parameter.description(known.description).schema(known.schema);
            }
        }
    }

    /** Puts references in the place of those that are known. */
    void share(List<Parameter> parameters) {
        parameters.replaceAll(parameter -> {
            String name = parameter.getName();
            if (!KNOWN.containsKey(name)) {
                return parameter;
            }
            components.addParameters(name, parameter);
            return new Parameter().$ref(name);
        });
    }

    private static Schema<?> pageSize() {
        var schema = new JsonSchema();
        schema.addType("integer");
        schema.setFormat("int32");
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(PageSize.MAX));
        schema.setDefault(PageSize.DEFAULT);
        return schema;
    }

    private static Schema<?> text() {
        return new JsonSchema().typesItem("string");
    }
}
