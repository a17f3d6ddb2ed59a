package com.modex.booking.architecture.offenders.everypackageisnullmarked.domain.seat;

final class Marked {}
