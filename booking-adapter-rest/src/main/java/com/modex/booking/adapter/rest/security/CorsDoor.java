package com.modex.booking.adapter.rest.security;

import com.modex.booking.adapter.rest.limit.RequestLimit;
import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.adapter.rest.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/** Refuses origins that may not call with a problem, where Spring would answer in plain text. */
final class CorsDoor extends DefaultCorsProcessor {
    private final ProblemWriter writer;
    private final RequestLimit limit;

    private CorsDoor(ProblemWriter writer, RequestLimit limit) {
        this.writer = writer;
        this.limit = limit;
    }

    static CorsFilter filter(CorsConfigurationSource origins, ProblemWriter writer, RequestLimit limit) {
        var filter = new CorsFilter(origins);
        filter.setCorsProcessor(new CorsDoor(writer, limit));
        return filter;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration configuration, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean accepted = super.processRequest(configuration, request, response);
        if (!accepted && (CorsUtils.isPreFlightRequest(request) || limit.admitsRefusal(request, response))) {
            writer.write(request, response, Problem.of(ProblemCode.FORBIDDEN, "Pages of this origin may not call."));
        }
        return accepted;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
    }
}
