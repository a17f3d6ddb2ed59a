package com.modex.booking.bootstrap.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Has the pool let go of a connection to a server that can only be read. After a failover it leads to the old primary; the
 * one that is opened in its place finds the new one, where the URL names several hosts and asks for one that can be written
 * to. Of all else that goes wrong the pool judges by itself.
 */
public final class ReadOnlyEviction implements SQLExceptionOverride {
    /** Class 25 of the appendix on error codes: {@code read_only_sql_transaction}. */
    private static final String READ_ONLY = "25006";

    // In here the interface's own Override hides the annotation's name.
    @java.lang.Override
    public Override adjudicate(SQLException error) {
        return READ_ONLY.equals(error.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
