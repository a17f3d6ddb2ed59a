package com.modex.booking.architecture.offenders.nosqlastext.adapter.postgres.jooq;

import org.jooq.Field;
import org.jooq.impl.DSL;

final class Tables {
    Field<Object> generated() {
        return DSL.field("now()");
    }
}
