package com.modex.booking.architecture.offenders.themachinesclockisreadinbootstrapalone.adapter.postgres;

import java.util.Date;

final class ReadsAnOldDate {
    @SuppressWarnings("JavaUtilDate")
    Date read() {
        return new Date();
    }
}
