package com.modex.booking.architecture.offenders.domainknowsonlyitself.application;

public interface ViewShow {}
