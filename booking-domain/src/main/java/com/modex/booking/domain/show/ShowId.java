package com.modex.booking.domain.show;

import java.util.UUID;

/** Names one show for ever. */
public record ShowId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
