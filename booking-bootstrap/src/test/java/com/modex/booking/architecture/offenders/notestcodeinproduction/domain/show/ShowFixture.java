package com.modex.booking.architecture.offenders.notestcodeinproduction.domain.show;

import org.assertj.core.api.AbstractAssert;

interface ShowFixture {
    AbstractAssert<?, ?> assertThatShow();
}
