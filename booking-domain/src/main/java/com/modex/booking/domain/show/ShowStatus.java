package com.modex.booking.domain.show;

/** Whether a show takes place. A cancelled show has no live booking and never comes back. */
public enum ShowStatus {
    SCHEDULED,
    CANCELLED
}
