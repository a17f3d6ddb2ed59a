package com.modex.booking.adapter.rest.page;

import com.modex.booking.adapter.rest.json.Rfc3339;
import com.modex.booking.domain.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page goes on, opaque to the client: the listing that gave it out and the key of the last item.
 *
 * @param listing names the listing; another listing refuses the cursor
 */
public record Cursor(String listing, Instant time, UUID id) {
    private static final String SEPARATOR = " ";
    private static final int PARTS = 4;

    public String encode() {
        String text = String.join(
                SEPARATOR,
                listing,
                Long.toString(time.getEpochSecond()),
                Integer.toString(time.getNano()),
                id.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws InvalidValueException if the text is no cursor, or one of another listing
     */
    public static Cursor decode(String listing, String text) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, PARTS);
            if (parts.length == PARTS && parts[0].equals(listing)) {
                Instant time = Rfc3339.requireWritable(
                        Instant.ofEpochSecond(Long.parseLong(parts[1]), Integer.parseInt(parts[2])));
                var cursor = new Cursor(listing, time, UUID.fromString(parts[3]));
                if (cursor.encode().equals(text)) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
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
