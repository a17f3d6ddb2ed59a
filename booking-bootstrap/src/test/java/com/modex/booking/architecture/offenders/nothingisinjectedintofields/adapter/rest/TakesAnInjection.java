package com.modex.booking.architecture.offenders.nothingisinjectedintofields.adapter.rest;

import com.modex.booking.architecture.offenders.nothingisinjectedintofields.elsewhere.Inject;

abstract class TakesAnInjection {
    @Inject
    String name = "";
}
