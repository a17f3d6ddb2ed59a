package com.modex.booking.architecture.offenders.domainpackagesbuildoneachotherinorder.domain.booking;

import com.modex.booking.architecture.offenders.domainpackagesbuildoneachotherinorder.domain.show.ShowId;

public record BookingId(ShowId show, int value) {}
