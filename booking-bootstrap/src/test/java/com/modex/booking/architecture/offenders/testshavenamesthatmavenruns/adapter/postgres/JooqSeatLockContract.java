package com.modex.booking.architecture.offenders.testshavenamesthatmavenruns.adapter.postgres;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

interface JooqSeatLockContract {
    @ParameterizedTest
    @ValueSource(ints = 1)
    default void locksASeat(int number) {}
}
