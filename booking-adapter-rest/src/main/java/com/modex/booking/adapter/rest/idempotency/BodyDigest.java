package com.modex.booking.adapter.rest.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether two bodies say the same, whatever their spacing and the order of their fields. */
final class BodyDigest {
    /** Never the mapper of the answers: a change in how they look must not make repeated requests new ones. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private BodyDigest() {}

    /**
     * The SHA-256 of a request's content in hex digits. A field that is null counts as left out, the order of fields
     * does not count, that of a list's elements does.
     *
     * @param request the body as it was read: a record
     */
    static String of(Object request) {
        return HexFormat.of().formatHex(sha256().digest(CANONICAL.writeValueAsBytes(request)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
