package com.modex.booking.architecture.offenders.restseesnoaggregate.domain.show;

public record ShowId(int value) {}
