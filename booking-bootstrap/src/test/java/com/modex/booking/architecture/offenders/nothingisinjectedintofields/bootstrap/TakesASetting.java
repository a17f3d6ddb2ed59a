package com.modex.booking.architecture.offenders.nothingisinjectedintofields.bootstrap;

import org.springframework.beans.factory.annotation.Value;

abstract class TakesASetting {
    @Value("${booking.name}")
    String name = "";
}
