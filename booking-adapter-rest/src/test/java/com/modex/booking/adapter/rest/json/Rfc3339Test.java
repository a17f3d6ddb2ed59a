package com.modex.booking.adapter.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of RFC 3339, in whole microseconds. */
class Rfc3339Test {
    @ParameterizedTest
    @CsvSource({
        "2030-01-31T19:30:00Z,                 2030-01-31T19:30:00Z",
        "2030-01-31t19:30:00z,                 2030-01-31T19:30:00Z",
        "2030-01-31T21:30:00+02:00,            2030-01-31T19:30:00Z",
        "2030-01-31T19:30:00.5Z,               2030-01-31T19:30:00.5Z",
        "2030-01-31T19:30:00.123456Z,          2030-01-31T19:30:00.123456Z",
        "2030-01-31T19:30:00.1234569Z,         2030-01-31T19:30:00.123456Z",
        "2030-01-31T19:30:00.1234567899Z,      2030-01-31T19:30:00.123456Z",
        "2030-01-31T19:30:00.99999999999+00:00, 2030-01-31T19:30:00.999999Z",
    })
    void whatIsFinerThanAMicrosecondIsCutOff(String text, Instant time) {
        assertThat(Rfc3339.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2030-01-31T19:30Z",
                "2030-01-31T19:30:00",
                "2030-01-31T19:30:00.Z",
                "2030-01-31T19:30:0012Z",
                "2030-01-31 19:30:00Z",
                "2030-02-30T19:30:00Z",
                "2030-01-31T24:30:00Z",
                "12030-01-31T19:30:00Z",
                "2030-01-31T19:30:00+0200"
            })
    void otherTextIsNoTime(String text) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).isInstanceOf(InvalidValueException.class);
    }
}
