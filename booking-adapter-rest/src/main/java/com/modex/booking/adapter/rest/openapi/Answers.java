package com.modex.booking.adapter.rest.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How an operation answers when all is well, if not with a bare 200. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {
    int status() default 200;

    /** A GET with {@link AnswerHeader#ETAG} also answers 304. */
    AnswerHeader[] headers() default {};
}
