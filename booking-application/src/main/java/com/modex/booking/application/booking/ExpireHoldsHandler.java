package com.modex.booking.application.booking;

import com.modex.booking.application.UnitOfWork;
import com.modex.booking.domain.booking.ExpiredHolds;

final class ExpireHoldsHandler implements ExpireHolds {
    /** Small enough that an owner who waits for one of them hardly notices. */
    static final int BATCH = 500;

    private final UnitOfWork unitOfWork;
    private final ExpiredHolds expiredHolds;

    ExpireHoldsHandler(UnitOfWork unitOfWork, ExpiredHolds expiredHolds) {
        this.unitOfWork = unitOfWork;
        this.expiredHolds = expiredHolds;
    }

    @Override
    public int expire() {
        int total = 0;
        int marked;
        do {
            marked = unitOfWork.run(() -> expiredHolds.mark(BATCH));
            total += marked;
        } while (marked == BATCH);
        return total;
    }
}
