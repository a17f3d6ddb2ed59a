package com.modex.booking.architecture.offenders.rowsarelockedbylocksalone.domain.booking;

public interface ExpiredHolds {}
