package com.modex.booking.adapter.rest.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;

/** The headers of answers that clients can build on. */
public enum AnswerHeader {
    LOCATION("Location", "string", true, "The path of what was made."),
    ETAG("ETag", "string", true, "The version of what is answered, for `If-None-Match` and `If-Match`."),
    IDEMPOTENCY_REPLAYED(
            "Idempotency-Replayed",
            "string",
            false,
            "`true` if this is the answer to an earlier request with this key."),
    RETRY_AFTER("Retry-After", "integer", true, "In how many seconds to try again."),
    WWW_AUTHENTICATE("WWW-Authenticate", "string", true, "The scheme that is needed: `Bearer`.");

    private final String header;
    private final String type;
    private final boolean always;
    private final String description;

    AnswerHeader(String header, String type, boolean always, String description) {
        this.header = header;
        this.type = type;
        this.always = always;
        this.description = description;
    }

    String header() {
        return header;
    }

    Header toHeader() {
        return new Header().description(description).required(always).schema(new JsonSchema().typesItem(type));
    }
}
