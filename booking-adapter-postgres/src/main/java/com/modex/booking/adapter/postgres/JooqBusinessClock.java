package com.modex.booking.adapter.postgres;

import com.modex.booking.application.BusinessClock;
import java.time.Instant;
import org.jooq.DSLContext;

final class JooqBusinessClock implements BusinessClock {
    private final DSLContext dsl;

    JooqBusinessClock(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Instant now() {
        return dsl.select(DatabaseTime.NOW).fetchSingle().value1();
    }
}
