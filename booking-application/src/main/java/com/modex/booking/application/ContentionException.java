package com.modex.booking.application;

import org.jspecify.annotations.Nullable;

/** Others were in the way for so long that the work was given up; nothing of it was done. */
public final class ContentionException extends UnavailableException {
    private static final long serialVersionUID = 1L;

    public ContentionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
