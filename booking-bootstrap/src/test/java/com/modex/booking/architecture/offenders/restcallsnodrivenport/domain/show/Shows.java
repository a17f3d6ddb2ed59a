package com.modex.booking.architecture.offenders.restcallsnodrivenport.domain.show;

public interface Shows {}
