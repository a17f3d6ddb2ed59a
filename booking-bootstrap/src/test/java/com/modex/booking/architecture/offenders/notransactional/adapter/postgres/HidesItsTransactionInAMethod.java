package com.modex.booking.architecture.offenders.notransactional.adapter.postgres;

import com.modex.booking.architecture.offenders.notransactional.elsewhere.Transactional;

class HidesItsTransactionInAMethod {
    @Transactional
    void store() {}
}
