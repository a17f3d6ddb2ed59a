package com.modex.booking.architecture.offenders.postgrescallsnousecase.application.show;

public interface ViewShow {}
