package com.modex.booking.domain;

/**
 * What a client marks a request with, so that it can send it again without doing the thing twice.
 *
 * @param user whose key it is: another user's key of the same value is another key
 * @param value 1 to 255 characters
 * @param bodyDigest stands for the request's body; a key belongs to one body
 */
public record IdempotencyKey(UserId user, String value, String bodyDigest) {
    public static final int MAX_LENGTH = 255;

    public IdempotencyKey {
        InvalidValueException.requireText(value, MAX_LENGTH, "An idempotency key");
    }
}
