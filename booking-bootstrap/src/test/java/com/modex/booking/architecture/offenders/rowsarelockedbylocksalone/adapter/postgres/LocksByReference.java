package com.modex.booking.architecture.offenders.rowsarelockedbylocksalone.adapter.postgres;

import java.util.function.Function;
import org.jooq.Select;
import org.jooq.SelectForUpdateStep;

final class LocksByReference {
    static final Function<SelectForUpdateStep<?>, Select<?>> LOCK = SelectForUpdateStep::forNoKeyUpdate;
}
