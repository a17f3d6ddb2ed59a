package com.modex.booking.architecture.offenders.themachinesclockisreadinbootstrapalone.domain;

import java.time.Instant;

final class ReadsTheInstant {
    Instant read() {
        return Instant.now();
    }
}
