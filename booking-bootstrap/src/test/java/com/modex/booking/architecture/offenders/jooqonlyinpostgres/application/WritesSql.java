package com.modex.booking.architecture.offenders.jooqonlyinpostgres.application;

import org.jooq.DSLContext;

record WritesSql(DSLContext dsl) {}
