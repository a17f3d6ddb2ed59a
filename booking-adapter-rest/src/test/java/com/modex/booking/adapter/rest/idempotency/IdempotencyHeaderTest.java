package com.modex.booking.adapter.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An idempotency key may come bare or quoted; what is no key is refused. */
class IdempotencyHeaderTest {
    private static final UserId ALICE = new UserId("alice");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            abc-123       | abc-123
            "abc-123"     | abc-123
            "a\\"b"       | a"b
            a"b           | a"b
            "a\\\\b"      | a\\b
            a\\b          | a\\b
            "a b"         | a b
            a b           | a b
            "a,b;c=d"     | a,b;c=d
            a,b;c=d       | a,b;c=d
            ~!            | ~!
            """)
    void bareAndQuotedFormsOfTheSameCharactersAreTheSameKey(String header, String key) {
        assertThat(key(header)).isEqualTo(key);
        assertThat(key(" " + header + " ")).isEqualTo(key);
    }

    @Test
    void aKeyMayHave255CharactersThatQuotesAndEscapesDoNotCountIn() {
        String longest = "k".repeat(255);

        assertThat(key(longest)).isEqualTo(longest);
        assertThat(key("\"" + longest + "\"")).isEqualTo(longest);
        assertThat(key("\"" + "\\\\".repeat(255) + "\"")).isEqualTo("\\".repeat(255));
        assertRefused("TOO_LONG", longest + "k");
        assertRefused("TOO_LONG", "\"" + longest + "k\"");
        assertRefused("TOO_LONG", "\"" + "k".repeat(15_000) + "\"");
        assertRefused("INVALID_TEXT", "\"" + "\\\\".repeat(7_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\" \""})
    void aBlankKeyIsRefused(String header) {
        assertRefused("BLANK", header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"abc",
                "\"abc\\\"",
                "\"a\"b\"",
                "\"a\\bc\"",
                "\"abc\";p=1",
                "\"a\", \"b\"",
                "schlüssel",
                "\"schlüssel\"",
                "a\tb",
                "\"a\u007f\"",
                "\u0001"
            })
    void whatIsNoStringOfPrintableAsciiIsRefused(String header) {
        assertRefused("INVALID_TEXT", header);
    }

    @Test
    void oneRequestHasOneKey() {
        assertRefused("DUPLICATE", "a", "b");
        assertRefused("DUPLICATE", "a", "a");
    }

    private static void assertRefused(String code, String... headers) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> key(headers))
                .extracting(InvalidValueException::code)
                .isEqualTo(code);
    }

    private static String key(String... headers) {
        return new IdempotencyKey(ALICE, IdempotencyHeader.onlyValueOf(List.of(headers)), "digest").value();
    }
}
