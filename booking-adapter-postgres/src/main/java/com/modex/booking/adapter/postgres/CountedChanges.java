package com.modex.booking.adapter.postgres;

import com.modex.booking.application.ChangeCounts;
import com.modex.booking.domain.seat.LockedSeats;
import com.modex.booking.domain.seat.Seat;
import com.modex.booking.domain.seat.SeatMap;
import com.modex.booking.domain.show.ShowId;
import java.util.Collection;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has what was written counted when the transaction has ended: not sooner, because until then nobody can read it. It
 * is counted however it ended, because a commit whose answer was lost may have been done.
 */
record CountedChanges(ChangeCounts counts) {
    void show() {
        atTheEnd(_ -> counts.countShow());
    }

    void seats(ShowId show) {
        atTheEnd(_ -> counts.countSeats(show));
    }

    /**
     * Counts these changes, if there are any, and that it is these.
     *
     * @param locked still locked
     * @param changed those of them that were changed, as they were written
     */
    void seats(LockedSeats locked, Collection<Seat> changed) {
        if (changed.isEmpty()) {
            return;
        }
        long decided = counts.ofSeats(locked.show());
        var map = SeatMap.at(locked.now(), locked.show(), changed);
        atTheEnd(lockedAndCommitted -> {
            if (lockedAndCommitted) {
                counts.countSeats(map, decided);
            } else {
                counts.countSeats(map.show());
            }
        });
    }

    /** @param count is told whether the transaction is known to have been committed, and had its locks until then */
    private static void atTheEnd(Consumer<Boolean> count) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            // Each statement is a transaction of its own, and the one that wrote has ended, and with it its locks.
            count.accept(false);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                count.accept(status == STATUS_COMMITTED);
            }
        });
    }
}
