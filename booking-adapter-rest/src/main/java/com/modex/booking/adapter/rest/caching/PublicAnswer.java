package com.modex.booking.adapter.rest.caching;

import com.modex.booking.adapter.rest.answer.Answer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

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
    public static <T> Answer<T> of(HttpServletRequest request, String eTag, T body) {
        Answer.Given<T> answer = IfNoneMatch.names(request, eTag) ? Answer.notModified() : Answer.ok(body);
        return answer.with(HttpHeaders.ETAG, eTag)
                .with(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .with(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
}
