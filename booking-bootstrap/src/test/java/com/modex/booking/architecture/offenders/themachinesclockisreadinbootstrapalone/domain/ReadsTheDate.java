package com.modex.booking.architecture.offenders.themachinesclockisreadinbootstrapalone.domain;

import java.time.LocalDate;
import java.time.ZoneOffset;

final class ReadsTheDate {
    LocalDate read() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
