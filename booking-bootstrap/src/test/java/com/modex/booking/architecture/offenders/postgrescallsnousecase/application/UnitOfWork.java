package com.modex.booking.architecture.offenders.postgrescallsnousecase.application;

public interface UnitOfWork {}
