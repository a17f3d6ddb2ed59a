package com.modex.booking.architecture.offenders.resttakesonlyvaluesfromthedomain.domain.seat;

public enum SeatStatus {
    FREE
}
