package com.modex.booking.domain.show;

import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.newShowId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SchedulingAShowTest {
    @Test
    void aNewShowIsScheduledInItsFirstVersionAsOfNow() {
        Show show = schedule(NOON.plusSeconds(1), SalesTerms.DEFAULT);

        assertThat(show.status()).isEqualTo(ShowStatus.SCHEDULED);
        assertThat(show.version()).isEqualTo(1);
        assertThat(show.createdAt()).isEqualTo(NOON);
        assertThat(show.startTime()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void itStartsInTheFuture() {
        assertRefused(NOON, SalesTerms.DEFAULT, "NOT_IN_FUTURE");
        assertRefused(NOON.minusSeconds(1), SalesTerms.DEFAULT, "NOT_IN_FUTURE");
    }

    @Test
    void salesOpenBeforeItStartsIfNoCloseIsGiven() {
        Instant start = NOON.plusSeconds(60);

        assertRefused(start, openingAt(start), "SALES_WINDOW_EMPTY");
        assertRefused(start, openingAt(start.plusSeconds(1)), "SALES_WINDOW_EMPTY");
        assertThat(schedule(start, openingAt(start.minusSeconds(1))).status()).isEqualTo(ShowStatus.SCHEDULED);
    }

    @Test
    void salesCloseAtTheStartUnlessTheTermsSayOtherwise() {
        Instant start = NOON.plusSeconds(60);
        var closing = new SalesTerms(new SalesWindow(null, NOON.plusSeconds(90)), HoldTime.DEFAULT, null);

        assertThat(schedule(start, SalesTerms.DEFAULT).salesCloseAt()).isEqualTo(start);
        assertThat(schedule(start, closing).salesCloseAt()).isEqualTo(NOON.plusSeconds(90));
    }

    private static SalesTerms openingAt(Instant openAt) {
        return new SalesTerms(new SalesWindow(openAt, null), HoldTime.DEFAULT, null);
    }

    private static void assertRefused(Instant start, SalesTerms terms, String code) {
        assertThatThrownBy(() -> schedule(start, terms))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Show schedule(Instant start, SalesTerms terms) {
        return Show.schedule(newShowId(), new ShowName("Hamlet"), ShowType.SHOW, start, SeatPlan.of(10), terms, NOON);
    }
}
