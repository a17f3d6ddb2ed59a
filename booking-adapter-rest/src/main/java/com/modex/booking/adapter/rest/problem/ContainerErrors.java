package com.modex.booking.adapter.rest.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the servlet container, or a filter by way of it, has found wrong. */
@Controller
final class ContainerErrors implements ErrorController {
    private final ProblemWriter writer;

    ContainerErrors(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Asked for by a client there is no error to show, and so nothing here.
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        writer.write(
                request,
                response,
                path instanceof String text ? text : request.getRequestURI(),
                Problem.of(status instanceof Integer code ? ProblemCode.ofStatus(code) : ProblemCode.NOT_FOUND));
    }
}
