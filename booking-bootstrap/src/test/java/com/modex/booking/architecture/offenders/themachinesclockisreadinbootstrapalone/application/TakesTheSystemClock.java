package com.modex.booking.architecture.offenders.themachinesclockisreadinbootstrapalone.application;

import java.time.Clock;

final class TakesTheSystemClock {
    Clock read() {
        return Clock.systemUTC();
    }
}
