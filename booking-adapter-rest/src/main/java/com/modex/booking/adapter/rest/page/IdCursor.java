package com.modex.booking.adapter.rest.page;

import com.modex.booking.domain.InvalidValueException;
import java.util.UUID;

/**
 * Where a page goes on that is ordered by id alone, opaque to the client.
 *
 * @param listing names the listing; another listing refuses the cursor
 */
public record IdCursor(String listing, UUID id) {
    public String encode() {
        return CursorText.encode(listing, id.toString());
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws InvalidValueException if the text is no cursor, or one of another listing
     */
    public static IdCursor decode(String listing, String text) {
        return CursorText.decode(
                listing, text, 1, parts -> new IdCursor(parts[0], UUID.fromString(parts[1])), IdCursor::encode);
    }
}
