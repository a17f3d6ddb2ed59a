package com.modex.booking.architecture.offenders.nosqlastext.adapter.postgres;

import org.jooq.DSLContext;

final class ExecutesText {
    int wipe(DSLContext dsl) {
        return dsl.execute("truncate seats");
    }
}
