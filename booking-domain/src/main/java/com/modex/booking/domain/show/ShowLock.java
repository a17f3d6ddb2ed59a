package com.modex.booking.domain.show;

import java.util.Optional;

/**
 * Driven port: the exclusive right to change one show until the unit of work ends. It keeps admins from each other, not
 * buyers from their seats. Take it before any seat.
 */
public interface ShowLock {
    /** Locks the show, waiting for a rival within the bounds of the lock time-out, and returns it as it is stored. */
    Optional<Show> lock(ShowId id);
}
