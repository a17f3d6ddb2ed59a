package com.modex.booking.application.booking;

/**
 * Marks holds that have run out as failed. It only tidies: such a hold keeps its seats from nobody, marked or not.
 * Several servers may do it at once.
 */
public interface ExpireHolds {
    /**
     * Marks all that are due, a bounded number in each transaction.
     *
     * @return how many were marked
     */
    int expire();
}
