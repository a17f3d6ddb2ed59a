package com.modex.booking.architecture.offenders.persistenceportsareinterfaces.domain.booking;

interface Bookings {}
