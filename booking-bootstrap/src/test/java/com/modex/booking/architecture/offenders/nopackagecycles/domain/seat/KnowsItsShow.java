package com.modex.booking.architecture.offenders.nopackagecycles.domain.seat;

import com.modex.booking.architecture.offenders.nopackagecycles.domain.show.KnowsItsSeats;

public record KnowsItsShow(KnowsItsSeats show) {}
