package com.modex.booking.architecture.offenders.generatedcodeonlyinpostgres.bootstrap;

import com.modex.booking.architecture.offenders.generatedcodeonlyinpostgres.adapter.postgres.jooq.Tables;

interface LooksIntoTheTables extends Tables {}
