package com.modex.booking.domain;

/**
 * What was made by a request with an idempotency key.
 *
 * @param bodyDigest stands for the body of that request
 */
public record Keyed<T>(T made, String bodyDigest) {
    /** Whether a later request with that key asks for the same, and not for something else by a used key. */
    public boolean wasAskedForBy(IdempotencyKey key) {
        return bodyDigest.equals(key.bodyDigest());
    }
}
