package com.modex.booking.architecture.offenders.rowsarelockedbylocksalone.adapter.postgres;

import com.modex.booking.architecture.offenders.rowsarelockedbylocksalone.domain.booking.ExpiredHolds;
import org.jooq.Select;
import org.jooq.impl.DSL;

final class JooqExpiredHolds implements ExpiredHolds {
    Select<?> lock() {
        return DSL.selectOne().forUpdate();
    }
}
