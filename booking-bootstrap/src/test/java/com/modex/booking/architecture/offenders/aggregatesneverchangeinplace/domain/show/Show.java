package com.modex.booking.architecture.offenders.aggregatesneverchangeinplace.domain.show;

final class Show {
    final int version = 1;
}
