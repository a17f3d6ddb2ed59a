package com.modex.booking.adapter.rest.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/** Every error that the contract knows: its HTTP status and a title for people. The names are stable. */
public enum ProblemCode {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    VALIDATION_FAILED(400, "The request breaks a rule"),
    UNAUTHENTICATED(401, "A valid bearer token is needed"),
    FORBIDDEN(403, "The token does not allow this"),
    NOT_FOUND(404, "There is nothing here"),
    SHOW_NOT_FOUND(404, "There is no such show"),
    BOOKING_NOT_FOUND(404, "There is no such booking"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "Only JSON is served"),
    SEATS_UNAVAILABLE(409, "Seats are not to be had"),
    NOT_ENOUGH_SEATS(409, "There are not so many seats to be had"),
    SALES_NOT_OPEN(409, "Sales have not opened"),
    SALES_CLOSED(409, "Sales are closed"),
    SHOW_CANCELLED(409, "The show is cancelled"),
    BOOKING_EXPIRED(409, "The hold has run out"),
    BOOKING_NOT_PENDING(409, "The booking is no hold"),
    BOOKING_CANCELLED(409, "The booking is cancelled"),
    SEAT_LIMIT_EXCEEDED(409, "One user cannot have so many seats"),
    EXTENSION_LIMIT_REACHED(409, "The hold cannot last any longer"),
    STALE_SHOW(412, "The show has changed in between"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Only JSON is read"),
    UNKNOWN_SEATS(422, "There are no such seats"),
    IDEMPOTENCY_KEY_REUSED(422, "The key was used for another request"),
    PRECONDITION_REQUIRED(428, "If-Match is needed"),
    RATE_LIMITED(429, "Too many requests at once"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    NOT_IMPLEMENTED(501, "The protocol feature is not supported"),
    UNAVAILABLE(503, "Not to be served now"),
    HTTP_VERSION_NOT_SUPPORTED(505, "The HTTP version is not supported");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The general code of a status that something below us, such as the servlet container, came to by itself. */
    static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 400 -> MALFORMED_REQUEST;
            case 404 -> NOT_FOUND;
            default ->
                Arrays.stream(values())
                        .filter(code -> code.status == status)
                        .findFirst()
                        .orElse(status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
        };
    }

    public int status() {
        return status;
    }

    String title() {
        return title;
    }

    URI type() {
        return URI.create(
                "urn:booking:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
