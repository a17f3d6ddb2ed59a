package com.modex.booking.domain.show;

/** What kind of thing the seats belong to. */
public enum ShowType {
    SHOW,
    TRIP,
    SLOT
}
