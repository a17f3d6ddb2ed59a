package com.modex.booking.architecture.offenders.applicationaddsonlythedomain.adapter.postgres;

public interface Rows {}
