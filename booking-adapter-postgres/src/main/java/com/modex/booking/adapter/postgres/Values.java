package com.modex.booking.adapter.postgres;

import static org.jooq.impl.DSL.val;

import java.util.Arrays;
import org.jooq.Field;
import org.jooq.TableRecord;

/** The values of a row as fields of a query, for an insert that selects. */
final class Values {
    private Values() {}

    /** One for each field of the row's table, in their order. */
    static Field<?>[] of(TableRecord<?> row) {
        return Arrays.stream(row.getTable().fields())
                .map(field -> val(row.get(field), field.getDataType()))
                .toArray(Field[]::new);
    }
}
