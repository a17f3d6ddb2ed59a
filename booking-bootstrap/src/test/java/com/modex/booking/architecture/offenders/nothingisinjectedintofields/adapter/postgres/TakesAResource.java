package com.modex.booking.architecture.offenders.nothingisinjectedintofields.adapter.postgres;

import jakarta.annotation.Resource;

abstract class TakesAResource {
    @Resource
    String name = "";
}
