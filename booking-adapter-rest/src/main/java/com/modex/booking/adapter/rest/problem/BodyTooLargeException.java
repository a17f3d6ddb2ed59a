package com.modex.booking.adapter.rest.problem;

import java.io.IOException;

/** The client sent more than is read. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("The body is too large");
    }

    String detail() {
        return "A body may have %d bytes at most.".formatted(BodyLimitFilter.MAX_BYTES);
    }
}
