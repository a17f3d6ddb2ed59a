package com.modex.booking.architecture.offenders.rowsarelockedbylocksalone.adapter.postgres;

import com.modex.booking.architecture.offenders.rowsarelockedbylocksalone.domain.seat.SeatLock;
import org.jooq.Select;
import org.jooq.impl.DSL;

final class JooqSeatLock implements SeatLock {
    Select<?> lock() {
        return DSL.selectOne().forUpdate();
    }
}
