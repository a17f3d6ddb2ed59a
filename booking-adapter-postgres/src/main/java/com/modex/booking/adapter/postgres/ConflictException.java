package com.modex.booking.adapter.postgres;

import java.sql.SQLException;

/** The database gave this transaction up for the sake of another; run again, it may well succeed. */
final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConflictException(SQLException cause) {
        super(cause);
    }
}
