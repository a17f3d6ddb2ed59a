package com.modex.booking.architecture.offenders.rowsarelockedbylocksalone.domain.seat;

public interface SeatLock {}
