package com.modex.booking.architecture.offenders.testshavenamesthatmavenruns.domain;

import org.junit.jupiter.api.Test;

interface SeatLockContract {
    @Test
    default void locksASeat() {}
}
