package com.modex.booking.architecture.offenders.generatedcodeonlyinpostgres.adapter.postgres.jooq;

public interface Tables {}
