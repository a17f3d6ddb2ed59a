package com.modex.booking.adapter.rest.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;

/** The headers of answers that clients can build on. */
public enum AnswerHeader {
    LOCATION("Location", "The path of what was made.", "string"),
    ETAG("ETag", "The version of what is answered: a strong one, for `If-None-Match` and `If-Match`.", "string"),
    IDEMPOTENCY_REPLAYED("Idempotency-Replayed", "`true` where this request had been answered before.", "string"),
    RETRY_AFTER("Retry-After", "In how many seconds to try again.", "integer"),
    WWW_AUTHENTICATE("WWW-Authenticate", "The scheme that is needed: `Bearer`.", "string");

    private final String header;
    private final String description;
    private final String type;

    AnswerHeader(String header, String description, String type) {
        this.header = header;
        this.description = description;
        this.type = type;
    }

    String header() {
        return header;
    }

    Header toHeader() {
        return new Header()
                .description(description)
                .required(this != IDEMPOTENCY_REPLAYED)
                .schema(new JsonSchema().typesItem(type));
    }
}
