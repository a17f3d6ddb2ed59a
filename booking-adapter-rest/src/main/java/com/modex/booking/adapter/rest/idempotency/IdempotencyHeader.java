package com.modex.booking.adapter.rest.idempotency;

import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.domain.InvalidValueException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code Idempotency-Key} header. Its value is the key as it stands, or the key as a string of RFC 8941, in double
 * quotes with {@code \"} and {@code \\}. Both forms of the same characters are the same key.
 */
public final class IdempotencyHeader {
    private static final String NAME = "Idempotency-Key";
    private static final int MAX_LENGTH = 255;
    private static final String PRINTABLE = "[ -~]*";
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ -~&&[^\"\\\\]]|\\\\[\"\\\\])*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    private IdempotencyHeader() {}

    /**
     * The key that the client gave to this request: 1 to {@value #MAX_LENGTH} printable characters of ASCII, not all of
     * them blank. Empty if the client gave none.
     *
     * @throws com.modex.booking.adapter.rest.problem.ProblemException if the header is there but names no single key
     */
    public static Optional<String> read(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(NAME));
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(RequestReading.single("/" + NAME, () -> onlyKeyOf(values)));
    }

    static String onlyKeyOf(List<String> values) {
        if (values.size() > 1) {
            throw new InvalidValueException("DUPLICATE", "A request can have one key only.");
        }
        String key = keyOf(values.getFirst().strip());
        if (key.isBlank()) {
            throw new InvalidValueException("BLANK", "A key must not be blank.");
        }
        if (key.length() > MAX_LENGTH) {
            throw new InvalidValueException("TOO_LONG", "A key must have at most %d characters.".formatted(MAX_LENGTH));
        }
        return key;
    }

    private static String keyOf(String value) {
        if (!value.matches(PRINTABLE)) {
            throw new InvalidValueException("INVALID_TEXT", "A key consists of printable characters of ASCII.");
        }
        if (!value.startsWith("\"")) {
            return value;
        }
        var quoted = QUOTED.matcher(value);
        if (!quoted.matches()) {
            throw new InvalidValueException("INVALID_TEXT", "What begins with a quote must be a string of RFC 8941.");
        }
        return ESCAPED.matcher(quoted.group(1)).replaceAll("$1");
    }
}
