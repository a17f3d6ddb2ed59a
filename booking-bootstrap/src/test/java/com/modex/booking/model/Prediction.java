package com.modex.booking.model;

import org.jspecify.annotations.Nullable;

/**
 * What the server should answer.
 *
 * @param text in the words of {@link Said}
 * @param booking the one that the answer shows; null if it shows none
 * @param kind what the request did to that booking
 */
record Prediction(String text, @Nullable ModelBooking booking, Kind kind) {
    /** What a request did. */
    enum Kind {
        CHANGED,
        UNCHANGED,
        REPLAYED
    }

    static Prediction of(int status, Object said) {
        return new Prediction(status + " " + said, null, Kind.CHANGED);
    }

    static Prediction changed(int status, ModelBooking booking) {
        return new Prediction(status + " " + booking, booking, Kind.CHANGED);
    }

    static Prediction unchanged(ModelBooking booking) {
        return new Prediction("200 " + booking, booking, Kind.UNCHANGED);
    }

    static Prediction replayed(ModelBooking booking) {
        return new Prediction("201 " + booking, booking, Kind.REPLAYED);
    }
}
