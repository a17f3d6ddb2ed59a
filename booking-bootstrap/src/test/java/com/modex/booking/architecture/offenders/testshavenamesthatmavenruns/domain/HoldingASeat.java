package com.modex.booking.architecture.offenders.testshavenamesthatmavenruns.domain;

import org.junit.jupiter.api.Test;

class HoldingASeat {
    @Test
    void keepsItFromOthers() {}
}
