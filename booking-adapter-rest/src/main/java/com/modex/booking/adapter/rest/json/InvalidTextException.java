package com.modex.booking.adapter.rest.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A text in the body holds U+0000 or half a surrogate pair, which neither UTF-8 nor PostgreSQL can hold. */
public final class InvalidTextException extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    InvalidTextException(JsonParser parser) {
        super(parser, "Text that cannot be stored", String.class);
    }

    /** What the client is told: never the text itself. */
    public String detail() {
        return "The text holds a character that cannot be stored.";
    }
}
