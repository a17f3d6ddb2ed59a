package com.modex.booking.application;

import org.jspecify.annotations.Nullable;

/** What the system rests on does not answer now; the same request may succeed a little later. */
public sealed class UnavailableException extends RuntimeException permits ContentionException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
