package com.modex.booking.adapter.postgres;

import com.modex.booking.application.UnitOfWork;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back whatever the work has written, and never tries again. A unit of work inside another is a part of it, so that
 * one can build on what the one before has written.
 */
final class UndoneUnitOfWork implements UnitOfWork {
    private final TransactionTemplate transactions;

    UndoneUnitOfWork(PlatformTransactionManager transactionManager) {
        transactions = new TransactionTemplate(transactionManager);
    }

    // The template's result is null only where the work's is.
    @Override
    @SuppressWarnings("NullAway")
    public <T> T run(Supplier<T> work) {
        return transactions.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }
}
