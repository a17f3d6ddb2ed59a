package com.modex.booking.adapter.rest.problem;

import com.modex.booking.adapter.rest.json.InvalidTextException;
import com.modex.booking.application.UnavailableException;
import com.modex.booking.domain.InvalidValueException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Turns whatever ends a request into the problem that the contract names for it. It leaves nothing to Spring's own resolvers,
 * which would look for a method to handle the error, and in vain.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemResolver implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final ProblemWriter writer;

    ProblemResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception error) {
        if (isOfTheClientsConnection(error) && DisconnectedClientHelper.isClientDisconnectedException(error)) {
            LOG.debug("The client has gone", error);
        } else {
            answer(request, response, error);
        }
        // There is no view: all has been said.
        return new ModelAndView();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception error) {
        try {
            writer.write(request, response, toProblem(error));
        } catch (IOException e) {
            LOG.debug("The client has gone", e);
        }
    }

    /** A connection to the database breaks with the same words: who waits for that answer has not gone. */
    private static boolean isOfTheClientsConnection(Throwable error) {
        return error instanceof IOException || error instanceof HttpMessageNotReadableException;
    }

    private static Problem toProblem(Throwable error) {
        return switch (error) {
            case ProblemException e -> e.problem();
            // The firewall looks at a header when it is read, which may be this late.
            case RequestRejectedException _ -> Problem.of(ProblemCode.MALFORMED_REQUEST);
            case InvalidValueException e -> Problem.invalid("", e.code(), String.valueOf(e.getMessage()));
            case UnavailableException e -> unavailable(e);
            case HttpMessageNotReadableException e -> unreadable(e);
            case MethodArgumentTypeMismatchException e ->
                Problem.invalid("/" + e.getName(), "WRONG_TYPE", "This is not a value of the type that is needed.");
            case MissingServletRequestParameterException e ->
                Problem.invalid("/" + e.getParameterName(), "REQUIRED", "A value is needed here.");
            case InvalidParameterException _ -> Problem.of(ProblemCode.MALFORMED_REQUEST);
            case ErrorResponse e -> ofStatus(e);
            default -> internal(error);
        };
    }

    private static Problem unavailable(UnavailableException error) {
        // No stack trace: when it happens it happens to many at once, and the cause names itself.
        LOG.warn("Unavailable: {} ({})", error.getMessage(), String.valueOf(error.getCause()));
        return Problem.unavailable();
    }

    private static Problem internal(Throwable error) {
        LOG.error("A request came to an unexpected end", error);
        return Problem.of(ProblemCode.INTERNAL_ERROR);
    }

    private static Problem ofStatus(ErrorResponse error) {
        var problem = Problem.of(ProblemCode.ofStatus(error.getStatusCode().value()));
        var allow = error.getHeaders().getFirst("Allow");
        return allow == null ? problem : problem.withHeader("Allow", allow);
    }

    private static Problem unreadable(HttpMessageNotReadableException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BodyTooLargeException e -> {
                    return Problem.of(ProblemCode.PAYLOAD_TOO_LARGE, e.detail());
                }
                case UnrecognizedPropertyException e -> {
                    return Problem.invalid(pointer(e), "UNKNOWN_FIELD", "There is no such field.");
                }
                case InvalidTextException e -> {
                    return Problem.invalid(pointer(e), "INVALID_TEXT", e.detail());
                }
                // Wrong as a whole: no object, or something behind it.
                case DatabindException e
                when e.getPath().isEmpty() -> {
                    return malformed();
                }
                case DatabindException e -> {
                    return wrongType(e);
                }
                case InputCoercionException e -> {
                    return wrongType(e);
                }
                default -> {
                    // An outer exception; what is wrong is further in.
                }
            }
        }
        return malformed();
    }

    private static Problem malformed() {
        return Problem.of(ProblemCode.MALFORMED_REQUEST, "The body must be one JSON object.");
    }

    private static Problem wrongType(JacksonException error) {
        return Problem.invalid(pointer(error), "WRONG_TYPE", "This is not a value of the type that is needed.");
    }

    private static String pointer(JacksonException error) {
        return error.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? Integer.toString(step.getIndex())
                        : step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }
}
