package com.modex.booking.adapter.rest.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Has the answers of one type that controllers return sent over HTTP, and nothing of Spring's own done about them.
 *
 * @param <A> the type; what is returned may be of a kind of it
 */
public abstract class ReturnedAnswers<A> implements HandlerMethodReturnValueHandler {
    private final Class<A> type;

    protected ReturnedAnswers(Class<A> type) {
        this.type = type;
    }

    /** Sends one of them, all of it. */
    protected abstract void send(HttpServletRequest request, HttpServletResponse response, A answer) throws IOException;

    @Override
    public final boolean supportsReturnType(MethodParameter returnType) {
        return type.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public final void handleReturnValue(
            @Nullable Object returned,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest exchange)
            throws IOException {
        container.setRequestHandled(true);
        var request = (HttpServletRequest) exchange.getNativeRequest();
        var response = (HttpServletResponse) exchange.getNativeResponse();
        if (returned == null || request == null || response == null) {
            throw new IllegalStateException("No answer to send over HTTP: " + returned);
        }
        send(request, response, type.cast(returned));
    }
}
