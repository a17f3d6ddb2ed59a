package com.modex.booking.architecture.offenders.themachinesclockisreadinbootstrapalone.adapter.rest;

import java.time.Clock;
import java.time.Instant;

final class ReadsAnInjectedClock {
    Instant read(Clock clock) {
        return Instant.now(clock);
    }
}
