package com.modex.booking.architecture.offenders.unitsofworkareopenedbyusecases.bootstrap;

import com.modex.booking.architecture.offenders.unitsofworkareopenedbyusecases.application.UnitOfWork;

class CountsThroughTheAdapter {
    int count(SpringTransactions transactions) {
        return transactions.run(() -> 1);
    }

    interface SpringTransactions extends UnitOfWork {}
}
