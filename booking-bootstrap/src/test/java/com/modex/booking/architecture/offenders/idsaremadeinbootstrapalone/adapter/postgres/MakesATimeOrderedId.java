package com.modex.booking.architecture.offenders.idsaremadeinbootstrapalone.adapter.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

final class MakesATimeOrderedId {
    UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
