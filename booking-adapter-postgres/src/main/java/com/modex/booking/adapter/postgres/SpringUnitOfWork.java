package com.modex.booking.adapter.postgres;

import com.modex.booking.application.ContentionException;
import com.modex.booking.application.UnavailableException;
import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.ConcurrentChangeException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction of its own for every try. READ COMMITTED is a setting of the pool's connections: to ask for it here would
 * cost a round trip each time.
 */
final class SpringUnitOfWork implements UnitOfWork {
    private static final int TRIES = 5;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    /** A connection that was cut shows at once; one that was silent for longer has used up the caller's time. */
    private static final long SOON_LOST_NANOS = 1_000_000_000;

    private final TransactionTemplate transactions;

    SpringUnitOfWork(PlatformTransactionManager transactionManager) {
        transactions = new TransactionTemplate(transactionManager);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public <T> T run(Supplier<T> work) {
        RuntimeException last = null;
        for (int tries = 1; tries <= TRIES; tries++) {
            try {
                return once(work);
            } catch (LockTimeoutException e) {
                // It has waited long; a second time it may have better luck, but it keeps a connection from others.
                if (last instanceof LockTimeoutException) {
                    throw new ContentionException("A lock was not to be had in time", e);
                }
                last = e;
            } catch (ConflictException | ConcurrentChangeException e) {
                last = e;
                // Rivals who gave way to each other at the same moment must not meet again at the same moment.
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS) * tries / TRIES);
            } catch (ConnectionLostException e) {
                last = e;
            }
        }
        if (last instanceof ConnectionLostException) {
            throw new UnavailableException("Every connection was lost", last);
        }
        throw new ContentionException("Given up after " + TRIES + " conflicts", last);
    }

    // The template's result is null only where the work's is.
    @SuppressWarnings("NullAway")
    private <T> T once(Supplier<T> work) {
        var lost = new AtomicReference<@Nullable ConnectionLostException>();
        try {
            return transactions.execute(status -> untilCommit(work, lost));
        } catch (TransactionException | DataAccessException e) {
            ConnectionLostException beforeCommit = lost.get();
            if (beforeCommit != null) {
                // That nothing could be rolled back on it either came after, and hides it.
                throw beforeCommit;
            }
            RuntimeException translated = SqlErrors.translate(sqlCause(e));
            throw translated == null
                    ? new UnavailableException("The transaction could not be begun or ended", e)
                    : translated;
        }
    }

    /** Whoever loses the connection in here has committed nothing; during the commit nobody can tell. */
    private static <T> T untilCommit(Supplier<T> work, AtomicReference<@Nullable ConnectionLostException> lost) {
        long begun = System.nanoTime();
        try {
            return work.get();
        } catch (UnavailableException e) {
            if (SqlErrors.isLostConnection(e.getCause()) && System.nanoTime() - begun < SOON_LOST_NANOS) {
                var beforeCommit = new ConnectionLostException(e);
                lost.set(beforeCommit);
                throw beforeCommit;
            }
            throw e;
        }
    }

    private static @Nullable SQLException sqlCause(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    /** The connection ended while the transaction was open, so that nothing of it is left. */
    private static final class ConnectionLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ConnectionLostException(UnavailableException cause) {
            super(cause);
        }
    }
}
