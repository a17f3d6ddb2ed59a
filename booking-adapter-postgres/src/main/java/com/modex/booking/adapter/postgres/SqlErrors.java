package com.modex.booking.adapter.postgres;

import com.modex.booking.application.UnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/** Tells a conflict between transactions and a database that does not answer from an error of our own. */
final class SqlErrors implements ExecuteListener {
    private static final long serialVersionUID = 1L;

    /** serialization_failure, deadlock_detected. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Classes: connection exception, insufficient resources, operator intervention, system error. */
    private static final Set<String> UNAVAILABLE = Set.of("08", "53", "57", "58");

    private static final String CONNECTION_EXCEPTION = "08";

    /** admin_shutdown, crash_shutdown: the session is over. */
    private static final Set<String> SHUT_DOWN = Set.of("57P01", "57P02");

    /** idle_in_transaction_session_timeout, transaction_timeout, read_only_sql_transaction. */
    private static final Set<String> ENDED = Set.of("25P03", "25P04", "25006");

    @Override
    public void exception(ExecuteContext context) {
        RuntimeException translated = translate(context.sqlException());
        if (translated != null) {
            context.exception(translated);
        }
    }

    /** What the error is to the application; null for an error of our own. */
    static @Nullable RuntimeException translate(@Nullable SQLException error) {
        if (error == null) {
            return null;
        }
        if (error instanceof SQLTransientConnectionException) {
            return new UnavailableException("No connection to the database became free in time", error);
        }
        String state = error.getSQLState();
        if (state == null) {
            return null;
        }
        if (LOCK_NOT_AVAILABLE.equals(state)) {
            return new LockTimeoutException(error);
        }
        if (CONFLICTS.contains(state)) {
            return new ConflictException(error);
        }
        if (ENDED.contains(state) || (state.length() == 5 && UNAVAILABLE.contains(state.substring(0, 2)))) {
            return new UnavailableException("The database does not answer", error);
        }
        return null;
    }

    /** Whether the session ended, and its transaction with it, because of what happened to the network or the database. */
    static boolean isLostConnection(@Nullable Throwable error) {
        if (!(error instanceof SQLException sql) || error instanceof SQLTransientConnectionException) {
            return false;
        }
        String state = sql.getSQLState();
        return state != null && (state.startsWith(CONNECTION_EXCEPTION) || SHUT_DOWN.contains(state));
    }
}
