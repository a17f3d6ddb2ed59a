package com.modex.booking.architecture.offenders.nopackagecycles.domain.show;

import com.modex.booking.architecture.offenders.nopackagecycles.domain.seat.KnowsItsShow;

public record KnowsItsSeats(KnowsItsShow seat) {}
