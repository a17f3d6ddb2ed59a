package com.modex.booking.architecture.offenders.applicationaddsonlythedomain.domain;

public interface Shows {}
