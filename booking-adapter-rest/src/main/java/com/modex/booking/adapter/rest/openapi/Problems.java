package com.modex.booking.adapter.rest.openapi;

import com.modex.booking.adapter.rest.problem.ProblemCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems that only this operation, or few like it, can answer. Those that follow from its path, its body or who may
 * call it are known without being named: {@link OperationProblems}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Problems {
    ProblemCode[] value();
}
