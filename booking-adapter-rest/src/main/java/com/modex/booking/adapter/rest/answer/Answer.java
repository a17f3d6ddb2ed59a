package com.modex.booking.adapter.rest.answer;

import com.modex.booking.adapter.rest.problem.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What a controller returns: what was asked for, or the problem that the request came to. Its type says what the body is, to
 * readers and to the description of the API.
 */
public sealed interface Answer<T> {
    static <T> Given<T> ok(T body) {
        return of(HttpStatus.OK, body);
    }

    /**
     * Something was made.
     *
     * @param location the path of it
     */
    static <T> Given<T> created(String location, T body) {
        return of(HttpStatus.CREATED, body).with(HttpHeaders.LOCATION, location);
    }

    static <T> Given<T> of(HttpStatus status, T body) {
        return new Given<>(status, Map.of(), body);
    }

    /** The client has the body already. */
    static <T> Given<T> notModified() {
        return new Given<>(HttpStatus.NOT_MODIFIED, Map.of(), null);
    }

    static <T> Answer<T> refused(Problem problem) {
        return new Refused<>(problem);
    }

    /**
     * What was asked for.
     *
     * @param headers that go with it; what may be kept of it, for one: nothing, if nothing is said
     * @param body what is sent as JSON; null for an answer without one
     */
    record Given<T>(
            HttpStatus status,
            Map<String, String> headers,
            @Nullable T body) implements Answer<T> {
        public Given {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }

        /** The same with another header. */
        public Given<T> with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Given<>(status, more, body);
        }
    }

    /** Nothing was done. */
    record Refused<T>(Problem problem) implements Answer<T> {}
}
