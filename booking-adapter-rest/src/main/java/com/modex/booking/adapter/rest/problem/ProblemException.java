package com.modex.booking.adapter.rest.problem;

import org.jspecify.annotations.Nullable;

/** Ends a request with that problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.code().name(), cause, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
