package com.modex.booking.architecture.offenders.themachinesclockisreadinbootstrapalone.application;

final class ReadsMilliseconds {
    long read() {
        return System.currentTimeMillis();
    }
}
