package com.modex.booking.architecture.offenders.nothingisinjectedintofields.bootstrap;

import org.springframework.beans.factory.annotation.Value;

final class TakesItsNameAtBirth {
    final String name;

    TakesItsNameAtBirth(@Value("${booking.name}") String name) {
        this.name = name;
    }
}
