package com.modex.booking.domain.show;

import com.modex.booking.domain.InvalidValueException;

/** How many live seats of one show a user may have at most: 1 to 1,000. */
public record SeatLimit(int value) {
    public SeatLimit {
        InvalidValueException.requireInRange(value, 1, 1_000, "The seats for each user");
    }

    /** Whether a user who has that many live seats of the show may have so many more. */
    public boolean allows(int more, int soFar) {
        return soFar + more <= value;
    }
}
