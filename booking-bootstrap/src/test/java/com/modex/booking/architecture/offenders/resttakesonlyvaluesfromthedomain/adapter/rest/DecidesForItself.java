package com.modex.booking.architecture.offenders.resttakesonlyvaluesfromthedomain.adapter.rest;

import com.modex.booking.architecture.offenders.resttakesonlyvaluesfromthedomain.domain.seat.BoxOffice;

final class DecidesForItself {
    int sold() {
        return BoxOffice.sell();
    }
}
