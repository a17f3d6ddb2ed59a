package com.modex.booking.adapter.rest.problem;

import com.modex.booking.adapter.rest.header.SecurityHeaders;
import com.modex.booking.adapter.rest.trace.TraceId;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that never reach a servlet, such as those with a malformed URL, in place of Tomcat's HTML page. */
final class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAULT_OF_OURS = 500;

    private final JsonMapper json;

    ProblemValve(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable error) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        // What is the client's fault is told to the client; its input is not for the log.
        if (error != null && status >= FIRST_FAULT_OF_OURS) {
            LOG.error("A request came to an unexpected end", error);
        }
        ProblemCode code = ProblemCode.ofStatus(status);
        // What was sent as a URL may be anything; it is not sent back.
        byte[] body = json.writeValueAsBytes(Problem.of(code).toMembers("/", TraceId.of(request.getRequest())));
        try {
            // Tomcat knows statuses, such as 417, that have no code of their own.
            response.setStatus(code.status());
            response.setHeader("Cache-Control", "no-store");
            SecurityHeaders.set(request, response);
            response.setContentType("application/problem+json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The client has gone before it was told {}", code, e);
        }
    }
}
