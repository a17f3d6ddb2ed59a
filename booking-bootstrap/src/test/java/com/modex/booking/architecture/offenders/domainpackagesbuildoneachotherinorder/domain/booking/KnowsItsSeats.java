package com.modex.booking.architecture.offenders.domainpackagesbuildoneachotherinorder.domain.booking;

import com.modex.booking.architecture.offenders.domainpackagesbuildoneachotherinorder.domain.seat.SeatStatus;

record KnowsItsSeats(SeatStatus status) {}
