package com.modex.booking.adapter.rest.json;

import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Has Jackson read times by {@link Rfc3339} alone. */
final class Rfc3339Module extends SimpleModule {
    private static final long serialVersionUID = 1L;

    Rfc3339Module() {
        super("rfc3339");
        addDeserializer(Instant.class, new InstantDeserializer());
    }

    private static final class InstantDeserializer extends StdDeserializer<Instant> {
        InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(Instant.class, parser);
            }
            String text = parser.getString();
            try {
                return Rfc3339.parse(text);
            } catch (InvalidValueException e) {
                throw context.weirdStringException(text, Instant.class, String.valueOf(e.getMessage()));
            }
        }
    }
}
