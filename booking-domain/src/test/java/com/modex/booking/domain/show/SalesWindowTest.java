package com.modex.booking.domain.show;

import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.changed;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SalesWindowTest {
    private static final Instant OPEN_AT = NOON.plusSeconds(10);
    private static final Instant CLOSE_AT = NOON.plusSeconds(20);

    private final Show show = show(1, new SalesTerms(new SalesWindow(OPEN_AT, CLOSE_AT), HoldTime.DEFAULT, null), NOON);

    @Test
    void itIsNotOpenBeforeItOpens() {
        assertThat(show.salesAt(OPEN_AT.minusNanos(1))).isEqualTo(Sales.NOT_OPEN);
    }

    @Test
    void itIsOpenFromTheOpeningOn() {
        assertThat(show.salesAt(OPEN_AT)).isEqualTo(Sales.OPEN);
    }

    @Test
    void itIsOpenUntilJustBeforeTheClose() {
        assertThat(show.salesAt(CLOSE_AT.minusNanos(1))).isEqualTo(Sales.OPEN);
        assertThat(show.salesAt(CLOSE_AT)).isEqualTo(Sales.CLOSED);
    }

    @Test
    void withoutTimesOfItsOwnItIsOpenFromTheBeginningUntilTheStart() {
        Show plain = show(1, NOON);

        assertThat(plain.salesAt(Instant.MIN)).isEqualTo(Sales.OPEN);
        assertThat(plain.salesAt(plain.startTime().minusNanos(1))).isEqualTo(Sales.OPEN);
        assertThat(plain.salesAt(plain.startTime())).isEqualTo(Sales.CLOSED);
    }

    @Test
    void aCancelledShowIsNeverOnSale() {
        Show cancelled = changed(show, ShowStatus.CANCELLED, 2);

        assertThat(cancelled.salesAt(OPEN_AT.minusSeconds(1))).isEqualTo(Sales.SHOW_CANCELLED);
        assertThat(cancelled.salesAt(OPEN_AT)).isEqualTo(Sales.SHOW_CANCELLED);
        assertThat(cancelled.salesAt(CLOSE_AT)).isEqualTo(Sales.SHOW_CANCELLED);
    }

    @Test
    void itOpensBeforeItCloses() {
        assertNeverOpen(new SalesWindow(OPEN_AT, OPEN_AT));
        assertNeverOpen(new SalesWindow(CLOSE_AT, OPEN_AT));
    }

    @Test
    void withoutACloseItOpensBeforeTheStart() {
        assertNeverOpen(new SalesWindow(show.startTime(), null));
    }

    private static void assertNeverOpen(SalesWindow window) {
        var terms = new SalesTerms(window, HoldTime.DEFAULT, null);

        assertThatThrownBy(() -> show(1, terms, NOON))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.code()).isEqualTo("SALES_WINDOW_EMPTY"));
    }
}
