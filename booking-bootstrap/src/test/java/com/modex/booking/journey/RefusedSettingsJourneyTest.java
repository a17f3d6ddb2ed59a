package com.modex.booking.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A setting that cannot be read stops the start with one message, which says what to set instead. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedSettingsJourneyTest {
    @ParameterizedTest
    @CsvSource({
        "HOLD_LIMIT, many, a whole number from 1 to 100000",
        "HOLD_LIMIT, 0, a whole number from 1 to 100000",
        "BOOKING_BATCHES, some, a whole number from 1 to 100",
        "RATE_LIMIT_SHARED, perhaps, or to 'false'",
    })
    void theServerDoesNotStartOnNonsense(String variable, String text, String remedy, CapturedOutput output) {
        assertThatThrownBy(() -> RunningServer.start("--%s=%s".formatted(variable, text)))
                .isNotNull();

        assertThat(output)
                .containsOnlyOnce("APPLICATION FAILED TO START")
                .contains("because %s is '%s'".formatted(variable, text))
                .contains("Set " + variable, remedy)
                .doesNotContain("\tat ");
    }
}
