package com.modex.booking.domain.booking;

/**
 * Driven port: holds whose time has passed and that nobody has marked yet. Marking only tidies: a hold that has run
 * out keeps its seats from nobody, marked or not.
 */
public interface ExpiredHolds {
    /**
     * Marks up to {@code limit} of them as failed, passing over those that somebody else has locked, so that several
     * servers can sweep at once.
     *
     * @return how many were marked
     */
    int mark(int limit);
}
