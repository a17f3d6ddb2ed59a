package com.modex.booking.domain;

/** Who books: the subject that the token issuer vouches for, 1 to 255 characters without control characters. */
public record UserId(String value) {
    public static final int MAX_LENGTH = 255;

    public UserId {
        InvalidValueException.requireText(value, MAX_LENGTH, "A user id");
    }

    @Override
    public String toString() {
        return value;
    }
}
