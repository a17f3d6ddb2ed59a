package com.modex.booking.architecture.offenders.domainpackagesbuildoneachotherinorder.domain.seat;

import com.modex.booking.architecture.offenders.domainpackagesbuildoneachotherinorder.domain.booking.BookingId;

public record SeatStatus(BookingId booking) {}
