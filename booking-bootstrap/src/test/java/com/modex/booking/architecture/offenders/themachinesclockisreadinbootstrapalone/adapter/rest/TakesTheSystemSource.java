package com.modex.booking.architecture.offenders.themachinesclockisreadinbootstrapalone.adapter.rest;

import java.time.InstantSource;

final class TakesTheSystemSource {
    InstantSource read() {
        return InstantSource.system();
    }
}
