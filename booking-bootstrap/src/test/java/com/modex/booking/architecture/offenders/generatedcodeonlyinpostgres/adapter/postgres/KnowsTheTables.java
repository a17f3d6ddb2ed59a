package com.modex.booking.architecture.offenders.generatedcodeonlyinpostgres.adapter.postgres;

import com.modex.booking.architecture.offenders.generatedcodeonlyinpostgres.adapter.postgres.jooq.Tables;

interface KnowsTheTables extends Tables {}
