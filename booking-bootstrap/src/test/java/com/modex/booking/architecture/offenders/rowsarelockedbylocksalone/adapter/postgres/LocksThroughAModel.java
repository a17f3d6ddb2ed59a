package com.modex.booking.architecture.offenders.rowsarelockedbylocksalone.adapter.postgres;

import org.jooq.SelectQuery;

final class LocksThroughAModel {
    void lock(SelectQuery<?> query) {
        query.setForUpdate(true);
    }
}
