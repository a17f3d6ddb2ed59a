package com.modex.booking.adapter.rest.path;

import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.domain.booking.BookingId;
import com.modex.booking.domain.show.ShowId;
import java.util.UUID;
import java.util.function.Function;

/** Reads ids from paths. To the client ids are opaque, so one that cannot be an id is one that does not exist. */
public final class PathId {
    private PathId() {}

    public static ShowId show(String text) {
        return parse(text, ShowId::new, ProblemCode.SHOW_NOT_FOUND);
    }

    public static BookingId booking(String text) {
        return parse(text, BookingId::new, ProblemCode.BOOKING_NOT_FOUND);
    }

    private static <T> T parse(String text, Function<UUID, T> toId, ProblemCode notFound) {
        try {
            UUID id = UUID.fromString(text);
            // fromString also takes short forms such as 1-1-1-1-1, which we never give out.
            if (id.toString().equals(text)) {
                return toId.apply(id);
            }
        } catch (IllegalArgumentException e) {
            throw Problem.of(notFound).toException(e);
        }
        throw Problem.of(notFound).toException();
    }
}
