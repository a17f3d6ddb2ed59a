package com.modex.booking.adapter.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of {@code RATE_LIMIT}. */
class RateTest {
    @Test
    void offIsNoLimit() {
        assertThat(Rate.parse("off")).isEmpty();
    }

    @Test
    void aNumberIsRequestsASecondAndTenTimesAsManyAtOnce() {
        assertThat(Rate.parse("1")).contains(new Rate(1));
        assertThat(Rate.parse("50")).contains(new Rate(50));
        assertThat(new Rate(50).burst()).isEqualTo(500);
        assertThat(Rate.parse("1000000").orElseThrow().burst()).isEqualTo(10_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "-1",
                "+1",
                "1.5",
                "1e3",
                " 50",
                "50/s",
                "OFF",
                "on",
                "1000001",
                "99999999999",
                "\u0663"
            })
    void anythingElseIsRefused(String setting) {
        assertThatExceptionOfType(InvalidRateException.class).isThrownBy(() -> Rate.parse(setting));
    }
}
