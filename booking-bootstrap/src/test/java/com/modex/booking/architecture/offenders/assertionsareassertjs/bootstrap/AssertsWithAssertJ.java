package com.modex.booking.architecture.offenders.assertionsareassertjs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

final class AssertsWithAssertJ {
    void check(String name) {
        assertThat(name).isEmpty();
    }
}
