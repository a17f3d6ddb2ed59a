package com.modex.booking.architecture.offenders.aggregatesaremadebynamedfactories.domain.booking;

final class Booking {
    Booking() {}
}
