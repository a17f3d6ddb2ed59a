package com.modex.booking.domain.show;

import static com.modex.booking.domain.Fixtures.NOON;
import static com.modex.booking.domain.Fixtures.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.domain.InvalidValueException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangingAShowTest {
    private static final Instant LATER = NOON.plusSeconds(10);

    private final Show show = show(25, NOON);

    @Test
    void everyChangeIsTakenOverAndTheVersionGoesUpOnce() {
        Instant start = show.startTime().plusSeconds(60);

        Show changed = change(
                new ShowChange.Rename(new ShowName("Macbeth")),
                new ShowChange.Reschedule(start),
                new ShowChange.OpenSales(LATER),
                new ShowChange.CloseSales(start.minusSeconds(1)),
                new ShowChange.LimitSeats(new SeatLimit(4)),
                new ShowChange.HoldFor(new HoldTime(60)),
                new ShowChange.GrowTo(30));

        assertThat(changed)
                .usingRecursiveComparison()
                .isEqualTo(Show.restore(
                        show.id(),
                        new ShowName("Macbeth"),
                        show.type(),
                        start,
                        new SeatPlan(List.of(new Section("MAIN", 30, 10))),
                        new SalesTerms(
                                new SalesWindow(LATER, start.minusSeconds(1)), new HoldTime(60), new SeatLimit(4)),
                        ShowStatus.SCHEDULED,
                        2,
                        NOON));
    }

    @Test
    void whatIsTakenAwayIsAsIfItHadNeverBeenSaid() {
        Show limited = change(
                new ShowChange.OpenSales(LATER),
                new ShowChange.CloseSales(LATER.plusSeconds(1)),
                new ShowChange.LimitSeats(new SeatLimit(4)));

        Show plain = limited.change(
                List.of(
                        new ShowChange.OpenSales(null),
                        new ShowChange.CloseSales(null),
                        new ShowChange.LimitSeats(null)),
                LATER);

        assertThat(plain.terms()).isEqualTo(show.terms());
        assertThat(plain.version()).isEqualTo(3);
    }

    @Test
    void aChangeToWhatItIsAlreadyChangesNothing() {
        assertThat(change(new ShowChange.Rename(show.name()), new ShowChange.Reschedule(show.startTime())))
                .isSameAs(show);
        assertThat(change()).isSameAs(show);
    }

    @Test
    void itIsMovedIntoTheFutureOnly() {
        assertRefused("NOT_IN_FUTURE", new ShowChange.Reschedule(LATER));
        assertThat(change(new ShowChange.Reschedule(LATER.plusNanos(1))).startTime())
                .isEqualTo(LATER.plusNanos(1));
    }

    @Test
    void aShowThatHasBegunCanStillBeRenamed() {
        assertThat(show.change(List.of(new ShowChange.Rename(new ShowName("Macbeth"))), show.startTime())
                        .name())
                .isEqualTo(new ShowName("Macbeth"));
    }

    @Test
    void itsSalesStillOpenBeforeTheyClose() {
        assertRefused("SALES_WINDOW_EMPTY", new ShowChange.OpenSales(show.startTime()));
        assertRefused(
                "SALES_WINDOW_EMPTY",
                new ShowChange.OpenSales(LATER.plusSeconds(5)),
                new ShowChange.Reschedule(LATER.plusSeconds(5)));
    }

    @Test
    void seatsFillTheLastRowThenExtendTheLastSection() {
        assertThat(change(new ShowChange.GrowTo(42)).plan())
                .isEqualTo(new SeatPlan(List.of(new Section("MAIN", 42, 10))));
        var twoSections = new SeatPlan(List.of(Section.ofRows("Stalls", 2, 5), Section.ofRows("Balcony", 1, 4)));
        assertThat(twoSections.grownTo(20))
                .isEqualTo(new SeatPlan(List.of(Section.ofRows("Stalls", 2, 5), new Section("Balcony", 10, 4))));
        assertThat(twoSections.grownTo(14)).isEqualTo(twoSections);
    }

    @Test
    void seatsAreNeverTakenAway() {
        assertRefused("SEATS_REMOVED", new ShowChange.GrowTo(24));
    }

    @Test
    void aShowHasNoMoreSeatsThanAnyShowCan() {
        assertThatThrownBy(() -> new ShowChange.GrowTo(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new ShowChange.GrowTo(100_001)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aCancelledShowStaysAsItIs() {
        Show cancelled = show.cancel();

        assertThat(cancelled.status()).isEqualTo(ShowStatus.CANCELLED);
        assertThat(cancelled.version()).isEqualTo(2);
        assertThat(cancelled.cancel()).isSameAs(cancelled);
        assertThatThrownBy(() -> cancelled.change(List.of(new ShowChange.GrowTo(30)), LATER))
                .isInstanceOf(IllegalStateException.class);
    }

    private Show change(ShowChange... changes) {
        return show.change(List.of(changes), LATER);
    }

    private void assertRefused(String code, ShowChange... changes) {
        assertThatThrownBy(() -> change(changes))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
