package com.modex.booking.adapter.rest.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** A place is left once, when the answer begins, and at the end at the latest. */
class AnsweredPlaceTest {
    private final AtomicInteger left = new AtomicInteger();
    private final AnsweredPlace place = new AnsweredPlace(new MockHttpServletResponse(), left::incrementAndGet);

    @Test
    void itIsKeptWhileTheAnswerIsOnlyPrepared() {
        place.setStatus(201);
        place.setHeader("Location", "/v1/bookings/1");

        assertThat(left).hasValue(0);
    }

    @Test
    void itIsLeftBeforeTheFirstByteAndNotAgain() throws IOException {
        var out = place.getOutputStream();
        assertThat(left).hasValue(1);

        out.write(1);
        place.getOutputStream().write(2);
        place.leave();

        assertThat(left).hasValue(1);
    }

    @Test
    void itIsLeftForTextAsWell() throws IOException {
        place.getWriter().write("text");

        assertThat(left).hasValue(1);
    }

    @Test
    void itIsLeftAtTheEndWhereNothingIsWritten() {
        place.setStatus(304);
        place.leave();

        assertThat(left).hasValue(1);
    }
}
