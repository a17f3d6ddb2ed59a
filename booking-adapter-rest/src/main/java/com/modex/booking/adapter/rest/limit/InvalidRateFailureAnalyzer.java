package com.modex.booking.adapter.rest.limit;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Makes Spring Boot report an {@link InvalidRateException} as its reason and its remedy alone. */
final class InvalidRateFailureAnalyzer extends AbstractFailureAnalyzer<InvalidRateException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidRateException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
