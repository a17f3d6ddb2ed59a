package com.modex.booking.architecture.offenders.restseesnoaggregate.domain.show;

public final class Show {}
