package com.modex.booking.adapter.rest.json;

import org.jspecify.annotations.Nullable;

/**
 * A member of a JSON merge patch (RFC 7396). One that is left out changes nothing; one that is null takes away what is
 * there.
 */
public final class Member<T> {
    private static final Member<?> ABSENT = new Member<>(false, null);

    private final boolean given;
    private final @Nullable T value;

    private Member(boolean given, @Nullable T value) {
        this.given = given;
        this.value = value;
    }

    static Member<?> absent() {
        return ABSENT;
    }

    static Member<?> of(@Nullable Object value) {
        return new Member<>(true, value);
    }

    /** Whether the client sent it, be it null. */
    public boolean isGiven() {
        return given;
    }

    public @Nullable T value() {
        return value;
    }
}
