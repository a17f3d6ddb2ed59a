package com.modex.booking.adapter.rest.show;

import com.modex.booking.adapter.rest.problem.Problem;
import com.modex.booking.adapter.rest.problem.ProblemCode;
import com.modex.booking.application.show.ExpectedVersion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/** The {@code If-Match} header (RFC 9110, 13.1.1), whose tags are versions of a show. */
final class IfMatch {
    private IfMatch() {}

    /** The strong tag of that version. */
    static String eTag(long version) {
        return new ETag(Long.toString(version), false).formattedTag();
    }

    /**
     * The versions that the client has seen. A tag that is weak, or that we never gave out, is no version.
     *
     * @throws com.modex.booking.adapter.rest.problem.ProblemException if the header is missing or cannot be read
     */
    static ExpectedVersion read(@Nullable String header) {
        if (header == null) {
            throw Problem.of(
                            ProblemCode.PRECONDITION_REQUIRED,
                            "Send the ETag of the show as If-Match, so that nobody else's change is lost.")
                    .toException();
        }
        if (header.strip().equals("*")) {
            return new ExpectedVersion.Any();
        }
        List<ETag> tags = ETag.parse(header);
        if (tags.isEmpty()) {
            throw Problem.invalid("/If-Match", "INVALID_TEXT", "This is no list of entity tags.")
                    .toException();
        }
        return new ExpectedVersion.OneOf(tags.stream().flatMap(IfMatch::version).collect(Collectors.toSet()));
    }

    private static Stream<Long> version(ETag tag) {
        return tag.weak() || !tag.tag().matches("[1-9][0-9]{0,17}") ? Stream.of() : Stream.of(Long.valueOf(tag.tag()));
    }
}
