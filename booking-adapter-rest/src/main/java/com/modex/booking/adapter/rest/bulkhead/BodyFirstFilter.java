package com.modex.booking.adapter.rest.bulkhead;

import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * Has the body of a command there before the command takes a place at the database: who is slow to send one keeps nobody
 * from booking. Bodies that did not come together with the head have places of their own, of which no caller gets all.
 */
final class BodyFirstFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient BodyPlaces places;
    private final transient ProblemWriter writer;

    BodyFirstFilter(BodyPlaces places, ProblemWriter writer) {
        this.places = places;
        this.writer = writer;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (BulkheadFilter.isRead(request)) {
            chain.doFilter(request, response);
            return;
        }
        var body = new ReadBody(request);
        if (body.readWhatIsThere() || isRead(body, Objects.toString(request.getRemoteUser(), ""))) {
            chain.doFilter(body, response);
        } else {
            writer.write(request, response, Problem.unavailable());
        }
    }

    private boolean isRead(ReadBody body, String caller) {
        if (!enter(caller)) {
            return false;
        }
        try {
            body.readToTheEnd();
            return true;
        } finally {
            places.leave(caller);
        }
    }

    private boolean enter(String caller) {
        try {
            return places.enter(caller);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
