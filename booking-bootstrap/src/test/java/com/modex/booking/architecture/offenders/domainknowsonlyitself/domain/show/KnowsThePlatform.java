package com.modex.booking.architecture.offenders.domainknowsonlyitself.domain.show;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

interface KnowsThePlatform {
    @Nullable
    Instant startTime();
}
