package com.modex.booking.adapter.rest.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client is told when a request comes to nothing, in the form of RFC 9457. It never changes in place. */
public final class Problem {
    private final ProblemCode code;
    private final String detail;
    private final Map<String, String> headers;
    private final Map<String, Object> extensions;

    private Problem(ProblemCode code, String detail, Map<String, String> headers, Map<String, Object> extensions) {
        this.code = code;
        this.detail = detail;
        this.headers = Map.copyOf(headers);
        this.extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    public static Problem of(ProblemCode code) {
        return of(code, code.title() + ".");
    }

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, Map.of(), Map.of());
    }

    /** Nothing is wrong with the request; the same may be served a moment later. */
    public static Problem unavailable() {
        return of(ProblemCode.UNAVAILABLE).withHeader("Retry-After", "1");
    }

    public static Problem invalid(List<Violation> violations) {
        return of(ProblemCode.VALIDATION_FAILED).with("errors", violations);
    }

    public static Problem invalid(String pointer, String code, String detail) {
        return invalid(List.of(new Violation(pointer, code, detail)));
    }

    /** The problem with a member of its own, named in snake_case. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Problem(code, detail, headers, more);
    }

    /** The problem with a header that goes with its answer. */
    public Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(code, detail, more, extensions);
    }

    public ProblemException toException() {
        return new ProblemException(this, null);
    }

    public ProblemException toException(@Nullable Throwable cause) {
        return new ProblemException(this, cause);
    }

    ProblemCode code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The members in the order in which people read them. */
    Map<String, Object> toMembers(String instance, String traceId) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", code.type().toString());
        members.put("title", code.title());
        members.put("status", code.status());
        members.put("detail", detail);
        members.put("instance", instance);
        members.put("code", code.name());
        members.put("trace_id", traceId);
        members.putAll(extensions);
        return members;
    }
}
