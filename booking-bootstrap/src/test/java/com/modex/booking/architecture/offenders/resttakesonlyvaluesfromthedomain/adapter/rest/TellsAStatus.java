package com.modex.booking.architecture.offenders.resttakesonlyvaluesfromthedomain.adapter.rest;

import com.modex.booking.architecture.offenders.resttakesonlyvaluesfromthedomain.domain.seat.SeatStatus;

record TellsAStatus(SeatStatus status) {}
