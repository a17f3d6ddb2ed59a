package com.modex.booking.adapter.rest.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What was asked of late, and the reading that answered it: whoever asks in the same words gets the same, without his
 * words being taken apart once more. The words are kept as they came, and with them all that a route is chosen by.
 */
public final class AnswersByRequest {
    private static final long MAX_CHARACTERS = 2L << 20;
    private static final int CHARACTERS_OF_AN_ENTRY = 100;

    private final Cache<Words, Reading<?>> readings = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((Words words, Reading<?> _) -> words.length() + CHARACTERS_OF_AN_ENTRY)
            .build();

    void remember(HttpServletRequest request, Reading<?> reading) {
        var words = Words.of(request);
        if (words != null) {
            readings.put(words, reading);
        }
    }

    @Nullable
    Reading<?> find(HttpServletRequest request) {
        var words = Words.of(request);
        return words == null ? null : readings.getIfPresent(words);
    }

    /** How many characters are kept at most, by reckoning. */
    long weight() {
        readings.cleanUp();
        return readings.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** @param port that for management has none of the routes of the API */
    private record Words(
            int port,
            String path,
            @Nullable String query,
            @Nullable String accept) {
        static @Nullable Words of(HttpServletRequest request) {
            String method = request.getMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                return null;
            }
            Enumeration<String> accepts = request.getHeaders(HttpHeaders.ACCEPT);
            String accept = accepts.hasMoreElements() ? accepts.nextElement() : null;
            return accepts.hasMoreElements()
                    ? null
                    : new Words(request.getLocalPort(), request.getRequestURI(), request.getQueryString(), accept);
        }

        int length() {
            return path.length() + length(query) + length(accept);
        }

        private static int length(@Nullable String text) {
            return text == null ? 0 : text.length();
        }
    }
}
