package com.modex.booking.adapter.rest.caching;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Sends the {@link ReadyAnswer} that a controller returns. */
final class ReadyAnswerSender implements HandlerMethodReturnValueHandler {
    private final AnswersByRequest answersByRequest;

    ReadyAnswerSender(AnswersByRequest answersByRequest) {
        this.answersByRequest = answersByRequest;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return returnType.getParameterType() == ReadyAnswer.class;
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
        if (!(returned instanceof ReadyAnswer<?> answer) || request == null || response == null) {
            throw new IllegalStateException("No answer to send over HTTP: " + returned);
        }
        answersByRequest.remember(request, answer.reading());
        answer.json().send(request, response);
    }
}
