package com.modex.booking.adapter.postgres;

import com.modex.booking.application.ChangeCounts;
import com.modex.booking.domain.show.ShowId;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has what was written counted when the transaction has ended: not sooner, because until then nobody can read it. It
 * is counted however it ended, because a commit whose answer was lost may have been done.
 */
record CountedChanges(ChangeCounts counts) {
    void show() {
        atTheEnd(counts::countShow);
    }

    void seats(ShowId show) {
        atTheEnd(() -> counts.countSeats(show));
    }

    private static void atTheEnd(Runnable count) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            // Each statement is a transaction of its own, and the one that wrote has ended.
            count.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                count.run();
            }
        });
    }
}
