package com.modex.booking.architecture.offenders.aggregateshavenosetters.domain.seat;

final class Seat {
    boolean settled() {
        return true;
    }
}
