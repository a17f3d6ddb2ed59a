package com.modex.booking.application.show;

import com.modex.booking.domain.show.ShowId;
import java.util.Optional;

/**
 * Calls a show off: every live booking is cancelled and its seats are free, whatever was racing. Safe to repeat. It
 * waits for all seats of the show, for each within the bounds of the lock time-out.
 */
public interface CancelShow {
    /** The show as it is now; empty if there is none. */
    Optional<ShowDetails> cancel(ShowId show);
}
