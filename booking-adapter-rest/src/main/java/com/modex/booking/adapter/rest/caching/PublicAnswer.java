package com.modex.booking.adapter.rest.caching;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * An answer to a read that is the same for everybody. Caches may keep it, but ask before each use whether it still
 * holds; whoever names its tag in {@code If-None-Match} has it already, and gets 304 in its place.
 */
public final class PublicAnswer {
    private static final int TAG_BYTES = 16;

    private PublicAnswer() {}

    /**
     * Answers with a body under its tag.
     *
     * @param eTag as it stands in the header, {@code "1"} or {@code W/"1"}. A body with a strong one is never compressed:
     *     its bytes would be others under the same tag.
     */
    public static <T> ResponseEntity<T> of(HttpServletRequest request, String eTag, T body) {
        boolean known = isKnown(request, eTag);
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(eTag)
                .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        return known ? answer.build() : answer.body(body);
    }

    /** The tag of these bytes. It is weak, because the server may send them compressed. */
    public static String tagOf(byte[] json) {
        byte[] digest = Arrays.copyOf(sha256().digest(json), TAG_BYTES);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + "\"";
    }

    /** By RFC 9110, 13.1.2. Spring does the same for itself, but does not know {@code *}. */
    private static boolean isKnown(HttpServletRequest request, String eTag) {
        ETag current = ETag.create(eTag);
        return Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
                .flatMap(header -> ETag.parse(header).stream())
                .anyMatch(tag -> tag.isWildcard() || tag.compare(current, false));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
