package com.modex.booking.adapter.rest.problem;

/**
 * One thing wrong with a request.
 *
 * @param pointer where in the body, as a JSON pointer (RFC 6901), or {@code /name} of a query parameter
 * @param code stable, in UPPER_SNAKE
 */
public record Violation(String pointer, String code, String detail) {}
