package com.modex.booking.architecture.offenders.aggregateshavenosetters.domain.show;

final class Show {
    void setName(String name) {}
}
