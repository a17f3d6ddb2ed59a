package com.modex.booking.adapter.rest.caching;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;

/** The {@code If-None-Match} header (RFC 9110, 13.1.2). Spring reads it for itself, but does not know {@code *}. */
final class IfNoneMatch {
    private IfNoneMatch() {}

    /** Whether the client has what goes by that tag. */
    static boolean names(HttpServletRequest request, String eTag) {
        Enumeration<String> headers = request.getHeaders(HttpHeaders.IF_NONE_MATCH);
        while (headers.hasMoreElements()) {
            String header = headers.nextElement();
            // What nearly every client sends: the one tag that it got.
            if (header.equals(eTag) || isAmong(header, eTag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAmong(String header, String eTag) {
        ETag current = ETag.create(eTag);
        return ETag.parse(header).stream().anyMatch(tag -> tag.isWildcard() || tag.compare(current, false));
    }
}
