package com.modex.booking.architecture.offenders.aggregatesarefinal.domain.seat;

final class Seat {}
