package com.modex.booking.adapter.rest.answer;

import com.modex.booking.adapter.rest.json.JsonBody;
import com.modex.booking.adapter.rest.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the {@link Answer} that a controller returns. There is nothing to agree on with the client, as Spring's own handlers
 * would for every answer: JSON it is, in UTF-8 and so without a charset (RFC 8259, 8.1 and 11), and whoever accepts none
 * was turned away before.
 */
final class AnswerSender implements HandlerMethodReturnValueHandler {
    private final JsonMapper json;
    private final ProblemWriter problems;

    AnswerSender(JsonMapper json, ProblemWriter problems) {
        this.json = json;
        this.problems = problems;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Answer.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest exchange)
            throws IOException {
        container.setRequestHandled(true);
        var request = (HttpServletRequest) exchange.getNativeRequest();
        var response = (HttpServletResponse) exchange.getNativeResponse();
        if (!(returned instanceof Answer<?> answer) || request == null || response == null) {
            throw new IllegalStateException("No answer to send over HTTP: " + returned);
        }
        switch (answer) {
            case Answer.Given<?> given -> send(request, response, given);
            case Answer.Refused<?>(var problem) -> problems.write(request, response, problem);
        }
    }

    /** All of the body is made before any of the answer is on its way: where that fails, there is room for a problem. */
    private void send(HttpServletRequest request, HttpServletResponse response, Answer.Given<?> given)
            throws IOException {
        var body = given.body() == null ? null : new JsonBody(json.writeValueAsBytes(given.body()));
        response.setStatus(given.status().value());
        // Added: CORS has said of what the answer varies, too.
        given.headers().forEach(response::addHeader);
        if (body != null) {
            body.send(request, response, MediaType.APPLICATION_JSON_VALUE);
        }
    }
}
