package com.modex.booking.domain;

/**
 * What was decided no longer fits, because somebody changed what it rested on. Nothing was written by the statement
 * that says so; the unit of work is rolled back and its work done again from the start.
 */
public final class ConcurrentChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConcurrentChangeException(String message) {
        super(message);
    }
}
