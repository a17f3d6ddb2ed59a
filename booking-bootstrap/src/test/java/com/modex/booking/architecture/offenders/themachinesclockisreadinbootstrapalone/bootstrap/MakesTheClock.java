package com.modex.booking.architecture.offenders.themachinesclockisreadinbootstrapalone.bootstrap;

import java.time.Clock;

final class MakesTheClock {
    Clock read() {
        return Clock.systemUTC();
    }
}
