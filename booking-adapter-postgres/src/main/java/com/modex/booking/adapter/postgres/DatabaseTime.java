package com.modex.booking.adapter.postgres;

import java.time.Instant;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The database's clocks, as jOOQ fields. */
final class DatabaseTime {
    /** The time of its evaluation, however long the transaction has run: what decisions go by. */
    static final Field<Instant> NOW = DSL.function(DSL.name("clock_timestamp"), SQLDataType.INSTANT);

    /** The time at which the transaction began; constant in it, so that an index can be searched by it. */
    static final Field<Instant> TRANSACTION_START = DSL.function(DSL.name("now"), SQLDataType.INSTANT);

    private DatabaseTime() {}
}
