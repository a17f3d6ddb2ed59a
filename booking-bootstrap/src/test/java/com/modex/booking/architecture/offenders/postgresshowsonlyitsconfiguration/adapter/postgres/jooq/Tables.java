package com.modex.booking.architecture.offenders.postgresshowsonlyitsconfiguration.adapter.postgres.jooq;

public class Tables {}
