package com.modex.booking.domain.show;

/** What a buyer meets at some moment: whether seats can be had at all. */
public enum Sales {
    OPEN,
    NOT_OPEN,
    CLOSED,
    SHOW_CANCELLED
}
