package com.modex.booking.adapter.rest.caching;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * An answer to a read that is the same for everybody. Caches may keep it, but ask before each use whether it still
 * holds; whoever names its tag in {@code If-None-Match} has it already, and gets 304 in its place.
 */
public final class PublicAnswer {
    static final String CACHE_CONTROL = "public, no-cache";

    private PublicAnswer() {}

    /**
     * Answers with a body under its tag.
     *
     * @param eTag as it stands in the header, strong, as {@code "1"}. The body is never compressed: its bytes would be
     *     others under the same tag.
     */
    public static <T> ResponseEntity<T> of(HttpServletRequest request, String eTag, T body) {
        boolean known = IfNoneMatch.names(request, eTag);
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(eTag)
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        return known ? answer.build() : answer.body(body);
    }
}
