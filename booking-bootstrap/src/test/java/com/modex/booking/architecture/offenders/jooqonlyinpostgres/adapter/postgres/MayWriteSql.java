package com.modex.booking.architecture.offenders.jooqonlyinpostgres.adapter.postgres;

import org.jooq.DSLContext;

record MayWriteSql(DSLContext dsl) {}
