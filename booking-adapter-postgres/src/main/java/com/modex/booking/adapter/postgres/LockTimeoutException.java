package com.modex.booking.adapter.postgres;

import java.sql.SQLException;

/** A row stayed locked by somebody else for the whole of the lock time-out. */
final class LockTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LockTimeoutException(SQLException cause) {
        super(cause);
    }
}
