package com.modex.booking.architecture.offenders.aggregatesneverchangeinplace.domain.seat;

final class Seat {
    boolean blocked;
}
