package com.modex.booking.architecture.offenders.idsaremadeinbootstrapalone.bootstrap;

import java.util.UUID;

final class MayMakeIds {
    UUID next() {
        return UUID.randomUUID();
    }
}
