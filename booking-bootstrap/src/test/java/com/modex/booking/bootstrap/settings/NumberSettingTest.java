package com.modex.booking.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that is not one is refused with what to set instead. */
class NumberSettingTest {
    private static final NumberSetting CHAIRS = new NumberSetting("CHAIRS", "chairs at the table", 1, 100_000);

    @Test
    void numbersInRangeAreRead() {
        assertThat(CHAIRS.read("1")).isEqualTo(1);
        assertThat(CHAIRS.read("100000")).isEqualTo(100_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "many", "0", "-1", "+1", "1.5", " 20", "20 ", "1e3", "100001", "99999999999", "\u0663"})
    void anythingElseIsRefused(String text) {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> CHAIRS.read(text))
                .withMessageContaining("because CHAIRS is '" + text + "'")
                .satisfies(refusal -> assertThat(refusal.remedy())
                        .isEqualTo("Set CHAIRS to the chairs at the table, a whole number from 1 to 100000."));
    }
}
