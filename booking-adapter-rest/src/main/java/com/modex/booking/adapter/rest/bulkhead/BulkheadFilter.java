package com.modex.booking.adapter.rest.bulkhead;

import com.modex.booking.adapter.rest.connector.TurnValve;
import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpMethod;

/**
 * Keeps requests out that the database could not take now, with 503 and {@code Retry-After}. It stands behind all that is
 * answered without the database, and keeps a slow database from taking all that may be worked on at once. Reads have places
 * of their own, which no crowd of buyers can take. A place is left when the answer begins: a client may take long to
 * receive it, and by then nobody needs the database for it.
 */
final class BulkheadFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient Bulkhead reads;
    private final transient Bulkhead commands;
    private final transient ProblemWriter writer;

    BulkheadFilter(Bulkhead reads, Bulkhead commands, ProblemWriter writer) {
        this.reads = reads;
        this.commands = commands;
        this.writer = writer;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Bulkhead bulkhead = isRead(request) ? reads : commands;
        if (!enter(bulkhead, TurnValve.waited(request))) {
            writer.write(request, response, Problem.unavailable());
            return;
        }
        var place = new AnsweredPlace(response, bulkhead::leave);
        try {
            chain.doFilter(request, place);
        } finally {
            place.leave();
        }
    }

    static boolean isRead(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    private static boolean enter(Bulkhead bulkhead, Duration waited) {
        try {
            return bulkhead.enter(waited);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
