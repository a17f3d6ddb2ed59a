package com.modex.booking.adapter.rest.limit;

/** {@code RATE_LIMIT} is set to something that is no rate. */
final class InvalidRateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidRateException(String setting) {
        super("The server cannot start, because RATE_LIMIT is '%s'.".formatted(setting));
    }

    String remedy() {
        return "Set RATE_LIMIT to the requests a second that each caller may send, a whole number from 1 to %d, or to 'off'."
                .formatted(Rate.MAX);
    }
}
