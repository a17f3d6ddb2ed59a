package com.modex.booking.architecture.offenders.everypackageisnullmarked.domain.show;

final class Unmarked {}
