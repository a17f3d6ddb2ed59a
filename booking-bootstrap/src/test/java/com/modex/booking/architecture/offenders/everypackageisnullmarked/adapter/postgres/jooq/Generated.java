package com.modex.booking.architecture.offenders.everypackageisnullmarked.adapter.postgres.jooq;

final class Generated {}
