package com.modex.booking.architecture.offenders.rowsarelockedbylocksalone.adapter.postgres;

import org.jooq.Select;
import org.jooq.impl.DSL;

final class OnlyNamedALock {
    Select<?> lock() {
        return DSL.selectOne().forShare();
    }
}
