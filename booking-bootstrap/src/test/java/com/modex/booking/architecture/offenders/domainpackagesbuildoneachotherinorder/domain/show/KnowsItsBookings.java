package com.modex.booking.architecture.offenders.domainpackagesbuildoneachotherinorder.domain.show;

import com.modex.booking.architecture.offenders.domainpackagesbuildoneachotherinorder.domain.booking.BookingId;

record KnowsItsBookings(BookingId booking) {}
