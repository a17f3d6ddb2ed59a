package com.modex.booking.adapter.rest.json;

import com.modex.booking.domain.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Pattern;

/** Times as the contract writes them, in whole microseconds: what the database keeps. */
public final class Rfc3339 {
    /** Four digits of year and the seconds are a must in RFC 3339; the JDK's formatter is more generous. */
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2})" + "(?:(\\.\\d{1,6})\\d*)?" + "([Zz]|[+-]\\d{2}:\\d{2})");

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Rfc3339() {}

    /**
     * Reads a time.
     *
     * @throws InvalidValueException if the text is no time of RFC 3339
     */
    public static Instant parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw notATime();
        }
        String inMicroseconds = form.group(1) + Objects.toString(form.group(2), "") + form.group(3);
        try {
            return requireWritable(OffsetDateTime.parse(inMicroseconds, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            InvalidValueException invalid = notATime();
            invalid.initCause(e);
            throw invalid;
        }
    }

    /**
     * Refuses a time that has no form in RFC 3339: the years are 1 to 9999, in UTC.
     *
     * @throws InvalidValueException if it is out of range
     */
    public static Instant requireWritable(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw notATime();
        }
        return time;
    }

    private static InvalidValueException notATime() {
        return new InvalidValueException("WRONG_TYPE", "This is no time of RFC 3339, such as 2030-01-31T19:30:00Z.");
    }
}
