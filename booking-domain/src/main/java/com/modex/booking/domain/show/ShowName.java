package com.modex.booking.domain.show;

import com.modex.booking.domain.InvalidValueException;

/** What a show is called: 1 to 200 characters, not blank, no control characters. */
public record ShowName(String value) {
    public static final int MAX_LENGTH = 200;

    public ShowName {
        InvalidValueException.requireText(value, MAX_LENGTH, "A name");
    }

    @Override
    public String toString() {
        return value;
    }
}
