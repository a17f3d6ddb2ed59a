package com.modex.booking.application.show;

import static com.modex.booking.domain.Fixtures.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.modex.booking.application.InMemoryWorld;
import com.modex.booking.domain.IdempotencyKey;
import com.modex.booking.domain.InvalidValueException;
import com.modex.booking.domain.seat.SeatStatus;
import com.modex.booking.domain.show.HoldTime;
import com.modex.booking.domain.show.SalesTerms;
import com.modex.booking.domain.show.SalesWindow;
import com.modex.booking.domain.show.SeatLimit;
import com.modex.booking.domain.show.SeatPlan;
import com.modex.booking.domain.show.Section;
import com.modex.booking.domain.show.ShowName;
import com.modex.booking.domain.show.ShowQuery;
import com.modex.booking.domain.show.ShowStatus;
import com.modex.booking.domain.show.ShowType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CreateShowTest {
    private final InMemoryWorld world = new InMemoryWorld();
    private final ShowUseCases useCases = Cases.useCases(world);
    private final CreateShow createShow = useCases.createShow();
    private final Instant start = world.now().plus(Duration.ofDays(1));

    @Test
    void theShowIsStoredAsItIsToldToTheCaller() {
        Instant openAt = world.now().plusSeconds(10);
        Instant closeAt = world.now().plusSeconds(20);
        var plan = new SeatPlan(List.of(Section.ofRows("Stalls", 2, 3), Section.ofRows("Balcony", 1, 4)));
        var terms = new SalesTerms(new SalesWindow(openAt, closeAt), new HoldTime(45), new SeatLimit(4));

        ShowDetails created =
                created(new CreateShow.Command(new ShowName("Hamlet"), ShowType.TRIP, start, plan, terms, null));

        assertThat(created)
                .isEqualTo(new ShowDetails(
                        created.id(),
                        "Hamlet",
                        ShowType.TRIP,
                        start,
                        10,
                        plan.sections(),
                        ShowStatus.SCHEDULED,
                        openAt,
                        closeAt,
                        4,
                        45,
                        world.now(),
                        1));
        assertThat(useCases.viewShow().view(created.id())).contains(created);
    }

    @Test
    void withoutASalesWindowSalesCloseAtTheStart() {
        ShowDetails created = created(command(start));

        assertThat(created.salesOpenAt()).isNull();
        assertThat(created.salesCloseAt()).isEqualTo(start);
        assertThat(created.maxSeatsPerUser()).isNull();
        assertThat(created.holdSeconds()).isEqualTo(120);
    }

    @Test
    void itsSeatsAreThereAndFreeWhenItReturns() {
        ShowDetails created = created(command(start));

        assertThat(world.seatMaps().of(created.id()).seats())
                .hasSize(25)
                .allMatch(seat -> seat.status() == SeatStatus.AVAILABLE);
    }

    @Test
    void aShowThatWouldNotStartInTheFutureIsRefusedAndNotStored() {
        assertThatThrownBy(() -> createShow.create(command(world.now())))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.code()).isEqualTo("NOT_IN_FUTURE"));

        assertThat(world.shows().list(new ShowQuery(null, null, Instant.MIN, null, null, 10)))
                .isEmpty();
    }

    @Test
    void theSameRequestWithItsKeyGivesTheFirstShowAgain() {
        ShowDetails created = created(keyed("digest"));

        assertThat(createShow.create(keyed("digest"))).isEqualTo(new CreateShow.Result.Replayed(created));
        assertThat(world.shows().list(new ShowQuery(null, null, null, null, null, 10)))
                .hasSize(1);
    }

    @Test
    void itGivesTheFirstShowAgainEvenAfterItsStart() {
        ShowDetails created = created(keyed("digest"));
        world.advance(Duration.ofDays(2));

        assertThat(createShow.create(keyed("digest"))).isEqualTo(new CreateShow.Result.Replayed(created));
    }

    @Test
    void anotherRequestWithAUsedKeyIsRefused() {
        created(keyed("digest"));

        assertThat(createShow.create(keyed("another"))).isEqualTo(new CreateShow.Result.KeyReused());
    }

    private CreateShow.Command keyed(String digest) {
        return new CreateShow.Command(
                new ShowName("Hamlet"),
                ShowType.SHOW,
                start,
                SeatPlan.of(25),
                SalesTerms.DEFAULT,
                new IdempotencyKey(ALICE, "once", digest));
    }

    private ShowDetails created(CreateShow.Command command) {
        return assertThat(createShow.create(command))
                .asInstanceOf(InstanceOfAssertFactories.type(CreateShow.Result.Created.class))
                .actual()
                .show();
    }

    private static CreateShow.Command command(Instant start) {
        return new CreateShow.Command(
                new ShowName("Hamlet"), ShowType.SHOW, start, SeatPlan.of(25), SalesTerms.DEFAULT, null);
    }
}
