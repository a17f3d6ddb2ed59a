package com.modex.booking.adapter.rest.page;

import com.modex.booking.domain.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How cursors are written: the listing that gave it out and the parts of a key, unreadable at a glance. */
final class CursorText {
    private static final String SEPARATOR = " ";

    private CursorText() {}

    static String encode(String listing, String... key) {
        String text = listing + SEPARATOR + String.join(SEPARATOR, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encode} wrote, and nothing else.
     *
     * @param keyParts how many parts the key has
     * @param reader makes a cursor of them, or throws an {@link IllegalArgumentException}, a {@link DateTimeException} or
     *     an {@link ArithmeticException}
     * @param encoder writes that cursor again
     * @throws InvalidValueException if the text is no cursor, or one of another listing
     */
    static <T> T decode(
            String listing, String text, int keyParts, Function<String[], T> reader, Function<T, String> encoder) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                    .split(SEPARATOR, keyParts + 1);
            if (parts.length == keyParts + 1 && parts[0].equals(listing)) {
                T cursor = reader.apply(parts);
                if (encoder.apply(cursor).equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw broken(e);
        }
        throw broken(null);
    }

    private static InvalidValueException broken(@Nullable Exception cause) {
        var broken = new InvalidValueException("INVALID_CURSOR", "This cursor was not given out by this listing.");
        if (cause != null) {
            broken.initCause(cause);
        }
        return broken;
    }
}
