package com.modex.booking.adapter.rest.caching;

import com.modex.booking.adapter.rest.answer.ReturnedAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends the {@link ReadyAnswer} that a controller returns. */
@SuppressWarnings("rawtypes")
final class ReadyAnswerSender extends ReturnedAnswers<ReadyAnswer> {
    private final AnswersByRequest answersByRequest;

    ReadyAnswerSender(AnswersByRequest answersByRequest) {
        super(ReadyAnswer.class);
        this.answersByRequest = answersByRequest;
    }

    @Override
    protected void send(HttpServletRequest request, HttpServletResponse response, ReadyAnswer answer)
            throws IOException {
        answersByRequest.remember(request, answer.reading());
        answer.json().send(request, response);
    }
}
