package com.modex.booking.adapter.rest.idempotency;

import com.modex.booking.adapter.rest.problem.RequestReading;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.UserId;
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
    /** Marks the answer to a request that was answered before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final String NAME = "Idempotency-Key";
    private static final String PRINTABLE = "[ -~]*";

    /** Possessive: what may be given back is matched by recursion, and thousands of characters would exhaust the stack. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ -~&&[^\"\\\\]]|\\\\[\"\\\\])*+)\"");

    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

    private IdempotencyHeader() {}

    /**
     * The key that the client gave to this request: printable characters of ASCII, not all of them blank. Empty if the
     * client gave none.
     *
     * @param body the body as it was read: a record
     * @throws com.modex.booking.adapter.rest.problem.ProblemException if the header is there but names no single key
     */
    public static Optional<IdempotencyKey> read(HttpServletRequest request, UserId user, Object body) {
        List<String> values = Collections.list(request.getHeaders(NAME));
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(RequestReading.single(
                        "/" + NAME, () -> new IdempotencyKey(user, onlyValueOf(values), BodyDigest.of(body))));
    }

    static String onlyValueOf(List<String> values) {
        if (values.size() > 1) {
            throw new InvalidValueException("DUPLICATE", "A request can have one key only.");
        }
        String value = values.getFirst().strip();
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
