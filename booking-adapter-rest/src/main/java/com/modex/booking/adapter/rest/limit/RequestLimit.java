package com.modex.booking.adapter.rest.limit;

import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.adapter.rest.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Keeps each caller to a number of requests a second: a user by the subject of the token, anybody else by the address.
 * It counts on this server alone, unless the servers share what they count.
 */
public final class RequestLimit {
    /** What probes and developers ask for. */
    private static final Set<String> UNLIMITED =
            Set.of("/actuator/health/liveness", "/actuator/health/readiness", "/v3/api-docs");

    private static final String COUNTED = RequestLimit.class.getName();

    private final @Nullable CallerBuckets buckets;
    private final ProblemWriter writer;

    /** @param buckets none if there is no limit */
    RequestLimit(@Nullable CallerBuckets buckets, ProblemWriter writer) {
        this.buckets = buckets;
        this.writer = writer;
    }

    /**
     * Counts a request, once however often it is asked. It counts for the user if who asks is known by now, else for the
     * address.
     *
     * @return whether it may go on; if not it has been answered
     */
    public boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return UNLIMITED.contains(request.getRequestURI()) || admitsRefusal(request, response);
    }

    /**
     * Counts a request that is turned away before it is known what it asks for, like {@link #admits} but whatever that is:
     * for its token, since a probe has none and to look at one is work, for its form, or for its origin.
     */
    public boolean admitsRefusal(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (buckets == null || request.getAttribute(COUNTED) != null) {
            return true;
        }
        request.setAttribute(COUNTED, true);
        Duration wait = buckets.take(callerOf(request));
        if (wait.isZero()) {
            return true;
        }
        writer.write(
                request,
                response,
                Problem.of(ProblemCode.RATE_LIMITED).withHeader("Retry-After", Long.toString(wholeSeconds(wait))));
        return false;
    }

    private static String callerOf(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? "user " + token.getName()
                : "address " + ClientNetwork.of(request.getRemoteAddr());
    }

    /** Rounded up, so that whoever waits that long is let through. */
    private static long wholeSeconds(Duration wait) {
        return wait.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
