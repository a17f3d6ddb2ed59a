package com.modex.booking.architecture.offenders.notestcodeinproduction.domain.show;

record ShowId(int value) {}
