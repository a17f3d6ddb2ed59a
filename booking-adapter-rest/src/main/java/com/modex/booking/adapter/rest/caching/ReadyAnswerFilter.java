package com.modex.booking.adapter.rest.caching;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends at once what is at hand for a request that has come before in the same words. It stands where the caller is known and
 * his request is counted, and before it is asked what he may do: what {@link ReadyAnswers} have anybody may read.
 */
public final class ReadyAnswerFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient AnswersByRequest answersByRequest;
    private final transient ReadyAnswers answers;

    public ReadyAnswerFilter(AnswersByRequest answersByRequest, ReadyAnswers answers) {
        this.answersByRequest = answersByRequest;
        this.answers = answers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var reading = answersByRequest.find(request);
        var json = reading == null ? null : answers.atHand(reading);
        if (json == null) {
            chain.doFilter(request, response);
        } else {
            json.send(request, response);
        }
    }
}
