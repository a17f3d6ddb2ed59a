package com.modex.booking.adapter.rest.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Reads times in the form of RFC 3339 alone, in whole microseconds: what the database keeps. */
final class Rfc3339Module extends SimpleModule {
    private static final long serialVersionUID = 1L;

    Rfc3339Module() {
        super("rfc3339");
        addDeserializer(Instant.class, new InstantDeserializer());
    }

    private static final class InstantDeserializer extends StdDeserializer<Instant> {
        /** Four digits of year and the seconds are a must in RFC 3339; the JDK's formatter is more generous. */
        private static final Pattern FORM =
                Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

        InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                String text = parser.getString();
                if (FORM.matcher(text).matches()) {
                    try {
                        return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                                .toInstant()
                                .truncatedTo(ChronoUnit.MICROS);
                    } catch (DateTimeException e) {
                        throw context.weirdStringException(text, Instant.class, String.valueOf(e.getMessage()));
                    }
                }
                throw context.weirdStringException(text, Instant.class, "no time of RFC 3339");
            }
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
    }
}
