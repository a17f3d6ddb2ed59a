package com.modex.booking.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param body JSON; empty for a POST without a body, {@code null} for a GET
 * @param token {@code null} for a caller who says not who they are
 */
record Call(String path, @Nullable String body, @Nullable String token) {

    static Call get(String path) {
        return new Call(path, null, null);
    }

    static Call post(String path, String token) {
        return new Call(path, "", token);
    }

    static Call post(String path, String token, String json) {
        return new Call(path, json, token);
    }

    boolean isPost() {
        return body != null;
    }
}
