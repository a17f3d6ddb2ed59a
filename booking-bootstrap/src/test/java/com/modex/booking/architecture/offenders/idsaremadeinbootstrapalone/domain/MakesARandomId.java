package com.modex.booking.architecture.offenders.idsaremadeinbootstrapalone.domain;

import java.util.UUID;

final class MakesARandomId {
    UUID next() {
        return UUID.randomUUID();
    }
}
