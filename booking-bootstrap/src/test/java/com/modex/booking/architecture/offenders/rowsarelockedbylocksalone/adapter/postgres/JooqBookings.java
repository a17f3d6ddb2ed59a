package com.modex.booking.architecture.offenders.rowsarelockedbylocksalone.adapter.postgres;

import com.modex.booking.architecture.offenders.rowsarelockedbylocksalone.domain.booking.Bookings;
import org.jooq.Select;
import org.jooq.impl.DSL;

final class JooqBookings implements Bookings {
    Select<?> lock() {
        return DSL.selectOne().forUpdate();
    }
}
