package com.modex.booking.architecture.offenders.restcallsnodrivenport.application.show;

public interface ViewShow {}
