package com.modex.booking.adapter.rest.problem;

import com.modex.booking.adapter.rest.header.SecurityHeaders;
import com.modex.booking.adapter.rest.json.JsonBody;
import com.modex.booking.adapter.rest.trace.TraceId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem, whatever the client accepts: there is no other form for an error. */
public final class ProblemWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);
    private static final int FIRST_FAULT_OF_OURS = 500;

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        write(request, response, request.getRequestURI(), problem);
    }

    void write(HttpServletRequest request, HttpServletResponse response, String instance, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            // The rest of a broken body may be broken, too: whoever sends such must not fill the log.
            LOG.atLevel(problem.code().status() < FIRST_FAULT_OF_OURS ? Level.DEBUG : Level.WARN)
                    .log("Cannot answer {}: an answer is already on its way", problem.code());
            return;
        }
        var body = new JsonBody(json.writeValueAsBytes(problem.toMembers(instance, TraceId.of(request))));
        response.resetBuffer();
        response.setStatus(problem.code().status());
        problem.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        SecurityHeaders.set(request, response);
        body.send(request, response, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.flushBuffer();
    }
}
