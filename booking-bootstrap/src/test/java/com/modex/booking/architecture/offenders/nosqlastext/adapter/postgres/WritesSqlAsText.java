package com.modex.booking.architecture.offenders.nosqlastext.adapter.postgres;

import org.jooq.Field;
import org.jooq.impl.DSL;

final class WritesSqlAsText {
    Field<Object> now() {
        return DSL.field("clock_timestamp()");
    }
}
