package com.modex.booking.architecture.offenders.assertionsareassertjs.bootstrap;

import static org.junit.jupiter.api.Assertions.assertTrue;

final class AssertsWithJUnit {
    void check() {
        assertTrue(true);
    }
}
