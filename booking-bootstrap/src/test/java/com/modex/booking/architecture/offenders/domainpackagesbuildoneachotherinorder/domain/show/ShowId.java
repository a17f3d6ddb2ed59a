package com.modex.booking.architecture.offenders.domainpackagesbuildoneachotherinorder.domain.show;

public record ShowId(int value) {}
