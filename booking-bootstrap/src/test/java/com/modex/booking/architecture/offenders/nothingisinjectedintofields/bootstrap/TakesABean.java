package com.modex.booking.architecture.offenders.nothingisinjectedintofields.bootstrap;

import org.springframework.beans.factory.annotation.Autowired;

abstract class TakesABean {
    @Autowired
    String name = "";
}
