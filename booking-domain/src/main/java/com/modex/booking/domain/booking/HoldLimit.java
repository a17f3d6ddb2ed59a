package com.modex.booking.domain.booking;

import com.modex.booking.domain.InvalidValueException;

/**
 * How many seats of one show a user may have on hold at once: 1 to 100,000. A hold costs nothing, so without it one user
 * could keep a whole house from all others.
 */
public record HoldLimit(int value) {
    public static final int MAX = 100_000;

    public HoldLimit {
        InvalidValueException.requireInRange(value, 1, MAX, "The seats on hold for each user");
    }

    /** Whether a user who has that many seats of the show on hold may hold so many more. */
    public boolean allows(int more, int onHold) {
        return onHold + more <= value;
    }
}
