package com.modex.booking.adapter.rest.answer;

import com.modex.booking.adapter.rest.json.JsonBody;
import com.modex.booking.adapter.rest.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the {@link Answer} that a controller returns. There is nothing to agree on with the client, as Spring's own handlers
 * would for every answer: JSON it is, in UTF-8 and so without a charset (RFC 8259, 8.1 and 11), and whoever accepts none
 * was turned away before.
 */
@SuppressWarnings("rawtypes")
final class AnswerSender extends ReturnedAnswers<Answer> {
    private final JsonMapper json;
    private final ProblemWriter problems;

    AnswerSender(JsonMapper json, ProblemWriter problems) {
        super(Answer.class);
        this.json = json;
        this.problems = problems;
    }

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response, Answer answer) throws IOException {
        switch (answer) {
            case Answer.Given<?> given -> give(request, response, given);
            case Answer.Refused<?>(var problem) -> problems.write(request, response, problem);
        }
    }

    /** All of the body is made before any of the answer is on its way: where that fails, there is room for a problem. */
    private void give(HttpServletRequest request, HttpServletResponse response, Answer.Given<?> given)
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
