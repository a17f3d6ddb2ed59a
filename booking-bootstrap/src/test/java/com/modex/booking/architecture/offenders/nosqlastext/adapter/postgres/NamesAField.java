package com.modex.booking.architecture.offenders.nosqlastext.adapter.postgres;

import org.jooq.Field;
import org.jooq.impl.DSL;

final class NamesAField {
    Field<Object> number() {
        return DSL.field(DSL.name("number"));
    }
}
