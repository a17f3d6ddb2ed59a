package com.modex.booking.adapter.rest.page;

import com.modex.booking.adapter.rest.json.Rfc3339;
import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;
import java.util.UUID;

/**
 * Where a page goes on that is ordered by time and then id, opaque to the client: the listing that gave it out and the
 * key of the last item.
 *
 * @param listing names the listing; another listing refuses the cursor
 */
public record Cursor(String listing, Instant time, UUID id) {
    public String encode() {
        return CursorText.encode(
                listing, Long.toString(time.getEpochSecond()), Integer.toString(time.getNano()), id.toString());
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws InvalidValueException if the text is no cursor, or one of another listing
     */
    public static Cursor decode(String listing, String text) {
        return CursorText.decode(listing, text, 3, Cursor::of, Cursor::encode);
    }

    private static Cursor of(String[] parts) {
        Instant time =
                Rfc3339.requireWritable(Instant.ofEpochSecond(Long.parseLong(parts[1]), Integer.parseInt(parts[2])));
        return new Cursor(parts[0], time, UUID.fromString(parts[3]));
    }
}
