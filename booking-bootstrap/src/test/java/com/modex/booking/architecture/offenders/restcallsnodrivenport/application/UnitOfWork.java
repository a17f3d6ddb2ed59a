package com.modex.booking.architecture.offenders.restcallsnodrivenport.application;

public interface UnitOfWork {}
